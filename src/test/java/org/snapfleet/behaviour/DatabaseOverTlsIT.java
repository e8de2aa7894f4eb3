package org.snapfleet.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.snapfleet.site.Browser;
import org.snapfleet.site.Certificates;
import org.snapfleet.site.FakeSecretsManager;
import org.snapfleet.site.MariaDbServer;
import org.snapfleet.site.Names;
import org.snapfleet.site.Pictures;
import org.snapfleet.site.Site;
import org.snapfleet.site.SiteOptions;

/**
 * As on RDS: an account that must use TLS, a certificate to check, and the wrapper of the driver.
 */
@Tag("mariadb")
class DatabaseOverTlsIT {
  private static final Certificates CERTIFICATES = new Certificates();
  private static final MariaDbServer SERVER =
      MariaDbServer.own(CERTIFICATES.optionsFor("localhost"));

  @BeforeAll
  static void makeAccount() {
    SERVER.asRoot().run(Path.of("sql/accounts.sql"));
    SERVER.asRoot().change("ALTER USER snapfleet REQUIRE SSL");
  }

  @AfterAll
  static void close() {
    SERVER.close();
  }

  private static SiteOptions site(String driver, String host, String parameters) {
    String url = "jdbc:%s://%s:%d/snapfleet%s".formatted(driver, host, SERVER.port(), parameters);
    return SiteOptions.named("tls")
        .key("snapfleet.db.url", url)
        .key("snapfleet.db.user", "snapfleet")
        .key("snapfleet.db.password", "change me");
  }

  private static String verifiedBy(Path authority) {
    return "?sslMode=verify-full&serverSslCert=" + authority;
  }

  @Test
  void theWrapperServesOverAVerifiedConnectionAndReconnects() {
    try (Site site =
        site("aws-wrapper:mariadb", "localhost", verifiedBy(CERTIFICATES.authority())).start()) {
      Browser browser = site.signedIn(Names.fresh("tls"));
      browser.upload(Pictures.jpeg(), "encrypted");

      SERVER.kill();
      browser.get("/api/photos").expectProblem(503);
      SERVER.start();

      browser.get("/api/photos").expect(200);
      browser.upload(Pictures.jpeg(), "encrypted again");
    }
  }

  /** This MariaDB knows no such tokens: that one was made and offered is what can be seen here. */
  @Test
  void theWrapperSignsInByATokenOfIam() {
    String parameters = verifiedBy(CERTIFICATES.authority()) + "&wrapperPlugins=iam";
    try (FakeSecretsManager aws = new FakeSecretsManager();
        Site site =
            aws.tell(site("aws-wrapper:mariadb", "localhost", parameters))
                .key("snapfleet.db.password", "")
                .key("snapfleet.aws.region", "eu-central-1")
                .startWithoutWaiting()) {

      assertThat(site.exitStatus()).isEqualTo(78);
      assertThat(site.log().text())
          .contains("Access denied for user 'snapfleet'@'localhost' (using password: YES)");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "127.0.0.1 | own     | hostname verification failed",
        "localhost | another | from an authority in the file serverSslCert",
        "localhost | none    | Access denied",
        "localhost | missing | /no-such-file.pem is not accepted; accepted: serverSslCert=/file",
      })
  void whatCannotBeVerifiedStopsTheStartInOneLine(String host, String authority, String words) {
    String parameters =
        switch (authority) {
          case "own" -> verifiedBy(CERTIFICATES.authority());
          case "another" -> verifiedBy(new Certificates().authority());
          case "missing" ->
              verifiedBy(
                  Path.of("//no-such-file.pem is not accepted; accepted: serverSslCert=/file"));
          default -> "";
        };
    try (Site site = site("mariadb", host, parameters).startWithoutWaiting()) {

      assertThat(site.exitStatus()).isEqualTo(78);
      assertThat(
              site.log().text().lines().filter(line -> line.startsWith("snapfleet: cannot start")))
          .singleElement()
          .asString()
          .startsWith("snapfleet: cannot start: snapfleet.db.url=")
          .contains(words)
          .doesNotContain("change me");
    }
  }
}
