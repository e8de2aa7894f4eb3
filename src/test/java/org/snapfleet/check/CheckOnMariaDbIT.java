package org.snapfleet.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snapfleet.site.Certificate;
import org.snapfleet.site.CheckRun;
import org.snapfleet.site.MariaDbServer;
import org.snapfleet.site.Names;
import org.snapfleet.site.Site;
import org.snapfleet.site.Sites;

/** {@code ./snapfleet check} of a real database server. */
@Tag("mariadb")
class CheckOnMariaDbIT {
  private static final String ADMIN_PASSWORD = "never-shown-9";

  @TempDir private Path photos;

  private static MariaDbServer.Database fresh() {
    return MariaDbServer.shared().create(Names.fresh("check").replace('-', '_'));
  }

  private CheckRun check(MariaDbServer.Database database, Map<String, String> others) {
    Map<String, String> keys = new HashMap<>();
    keys.put("snapfleet.db.url", database.url());
    keys.put("snapfleet.db.user", database.user());
    keys.put("snapfleet.db.password", database.password());
    keys.put("snapfleet.admin.password", ADMIN_PASSWORD);
    keys.put("snapfleet.sessions", "database");
    keys.put("snapfleet.storage.dir", photos.toString());
    keys.putAll(others);
    CheckRun check = CheckRun.with(keys);
    assertThat(check.output())
        .doesNotContain(ADMIN_PASSWORD, database.password())
        .doesNotContain("Exception", "\tat ");
    return check;
  }

  @Test
  void aSiteThatRunsIsWell() {
    CheckRun check = CheckRun.of(Sites.onMariaDb(), Map.of());

    assertThat(check.about("database"))
        .matches("database +ok +jdbc:mariadb://127.+: MariaDB .+, tables of version .+");
    assertThat(check.about("photos")).contains("writable", " free").doesNotContain("FAILED");
    assertThat(check.about("sessions")).startsWith("sessions   ok");
    assertThat(check.output()).doesNotContain(Site.ADMIN_PASSWORD);
    assertThat(check.status()).isZero();
  }

  @Test
  void aFolderThatIsNotTheDatabasesIsNamed() throws IOException {
    CheckRun without = CheckRun.of(Sites.onMariaDb(), folder(photos));
    Files.writeString(photos.resolve(".snapfleet-photos"), "of another site");
    CheckRun another = CheckRun.of(Sites.onMariaDb(), folder(photos));
    CheckRun gone = CheckRun.of(Sites.onMariaDb(), folder(photos.resolve("gone")));

    assertThat(without.about("photos")).contains("FAILED", "its marker is missing", "mounted?");
    assertThat(another.about("photos")).contains("FAILED", "another marker");
    assertThat(gone.about("photos")).contains("FAILED", "the database knows one with photos");
    assertThat(without.status()).isEqualTo(1);
    assertThat(another.status()).isEqualTo(1);
    assertThat(photos.resolve("gone")).doesNotExist();
    assertThat(photos).isDirectoryNotContaining(file -> file.toString().contains("check"));
  }

  private static Map<String, String> folder(Path folder) {
    return Map.of("snapfleet.storage.dir", folder.toString());
  }

  @Test
  void theNaiveSetUpIsWarnedOf() {
    CheckRun check = check(fresh(), Map.of("snapfleet.sessions", "memory"));

    assertThat(check.about("sessions")).contains("warning", "signed out from time to time");
    assertThat(check.about("photos")).contains("warning", "missing from time to time", "NFS");
    assertThat(check.about("database")).contains("no tables yet", "The first start makes");
    assertThat(check.status()).isZero();
  }

  @Test
  void causesOfARefusalAreTold() {
    MariaDbServer.Database database = fresh();
    String url = database.url();
    Map<String, String> wrongPassword = Map.of("snapfleet.db.password", "sesame-7");

    CheckRun denied = check(database, wrongPassword);
    assertThat(denied.about("database"))
        .contains("FAILED", "Access denied for user", "snapfleet.db.password right")
        .doesNotContain("sesame-7");
    assertThat(denied.about("photos")).contains("is not known while the database is not");
    assertThat(denied.status()).isEqualTo(1);
    assertThat(databaseAt(database, url.replaceAll(":\\d+/", ":1/"))).contains("refused");
    assertThat(databaseAt(database, url.replace("127.0.0.1", "no-host.invalid")))
        .contains("name is not known here");
    assertThat(databaseAt(database, url.replace("//", "//ann:sesame-7@")))
        .contains("FAILED")
        .doesNotContain("sesame-7");
  }

  private String databaseAt(MariaDbServer.Database database, String url) {
    CheckRun check = check(database, Map.of("snapfleet.db.url", url));
    assertThat(check.status()).isEqualTo(1);
    return check.about("database");
  }

  @Test
  void rightsAreNamedThatAreMissingOrTooMany() {
    MariaDbServer.Database database = fresh();
    String user = "'%s'@'%%'".formatted(database.user());
    MariaDbServer.shared()
        .asRoot()
        .change("REVOKE DELETE, INDEX ON %s.* FROM %s".formatted(database.user(), user));
    CheckRun poor = check(database, Map.of());
    MariaDbServer.shared().asRoot().change("GRANT ALL ON *.* TO " + user);
    CheckRun rich = check(database, Map.of());

    assertThat(poor.about("database")).contains("FAILED", "lacks rights: DELETE, INDEX");
    assertThat(poor.status()).isEqualTo(1);
    assertThat(rich.about("database"))
        .contains("warning", "rights on the whole server (ALL PRIVILEGES)", "sql/accounts.sql");
    assertThat(rich.status()).isZero();
  }

  @Test
  void aDatabaseThatIsNotThereIsNamed() {
    MariaDbServer.Database database = fresh();
    MariaDbServer.shared()
        .asRoot()
        .change("GRANT SELECT ON missing.* TO '%s'@'%%'".formatted(database.user()));

    assertThat(databaseAt(database, database.url().replaceAll("/[^/]+$", "/missing")))
        .contains("FAILED", "no database of this name");
  }

  @Test
  void aServerThatIsReadOnlyCrampedOrNotTrustedIsNamed() {
    try (Certificate certificate = new Certificate("IP:127.0.0.1");
        MariaDbServer server =
            MariaDbServer.own(
                "--read-only=1",
                "--max-connections=20",
                "--init-connect=SET timestamp = UNIX_TIMESTAMP() + 90",
                "--ssl-cert=" + certificate.chain(),
                "--ssl-key=" + certificate.key())) {
      MariaDbServer.Database database = server.create("replica");
      String verified = database.url() + "?sslMode=verify-full";

      String found = databaseAt(database, verified + "&serverSslCert=" + certificate.chain());
      assertThat(found)
          .contains(
              "FAILED",
              "MariaDB",
              "read-only",
              "primary",
              "20 connections",
              "s ahead of this machine's");
      assertThat(databaseAt(database, verified)).contains("FAILED", "certificate is not trusted");
      assertThat(
              databaseAt(
                  database,
                  verified.replace("127.0.0.1", "localhost")
                      + "&serverSslCert="
                      + certificate.chain()))
          .contains("FAILED", "for another name");
      server.asRoot().change("ALTER USER replica@'%' REQUIRE SSL");
      assertThat(databaseAt(database, database.url() + "?sslMode=disable"))
          .contains("Access denied", "requires TLS");
      server.hang();
      assertThat(databaseAt(database, database.url())).contains("FAILED", "says nothing");
    }
  }

  @Test
  void theWrapperForAwsTellsTheSame() {
    MariaDbServer.Database database = fresh();
    String url = database.url().replace("jdbc:", "jdbc:aws-wrapper:");

    CheckRun well = check(database, Map.of("snapfleet.db.url", url));
    assertThat(well.about("database")).startsWith("database   ok       " + url + ": MariaDB");
    assertThat(well.status()).isZero();
    assertThat(databaseAt(database, url.replaceAll(":\\d+/", ":1/"))).contains("refused");
  }
}
