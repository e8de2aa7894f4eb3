package org.snapfleet.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileOwnerAttributeView;
import java.nio.file.attribute.UserPrincipalNotFoundException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mariadb.jdbc.MariaDbPoolDataSource;

/** A real MariaDB, from the machine's package {@code mariadb-server}, on a port of this machine. */
public final class MariaDbServer implements AutoCloseable {
  private static final String NEED =
      "needs the package mariadb-server; ./snapfleet test installs it";
  private static final String ROOT_PASSWORD = "root-of-the-tests";

  /** Not in a binary log: each server says it for itself. Also for 127.0.0.2, which has no name. */
  private static final String ROOT =
      "SET sql_log_bin = 0;\n"
          + "CREATE OR REPLACE USER root@'127.%' IDENTIFIED BY '"
          + ROOT_PASSWORD
          + "';\n"
          + "GRANT ALL ON *.* TO root@'127.%' WITH GRANT OPTION;\n"
          + "ALTER USER root@localhost IDENTIFIED BY '"
          + ROOT_PASSWORD
          + "';\n";

  private static final List<String> SERVERS =
      List.of("/usr/sbin/mariadbd", "/usr/libexec/mariadbd");
  private static final String LOOPBACK = "127.0.0.1";
  private static MariaDbServer shared;

  private final Path folder = Folders.make("mariadb");
  private final String address;
  private final int port;
  private final List<String> options;
  private ServerProcess process;

  private MariaDbServer(String address, int port, List<String> options) {
    this.address = address;
    this.port = port;
    this.options = options;
  }

  /** The one server of all tests; each makes a database of its own. */
  public static synchronized MariaDbServer shared() {
    if (shared == null) {
      shared = own("--skip-log-bin");
    }
    return shared;
  }

  public static synchronized void closeShared() {
    if (shared != null) {
      shared.close();
      shared = null;
    }
  }

  /** A server of the test's own, with what {@code mariadbd} shall be told besides. */
  public static MariaDbServer own(String... options) {
    return installed(LOOPBACK, Ports.free(), List.of(options));
  }

  /** A pair: a server that writes a binary log, and its replica, which takes no changes. */
  public static MariaDbServer primary(String... options) {
    List<String> all = new ArrayList<>(List.of(options));
    all.addAll(List.of("--log-bin=log-bin", "--server-id=1"));
    return installed(LOOPBACK, Ports.free(), all);
  }

  /** Its copy, on another address of this machine and the same port, read-only. */
  public MariaDbServer replica() {
    MariaDbServer replica = installed("127.0.0.2", port, List.of("--server-id=2", "--read-only=1"));
    replica.command(
        "CHANGE MASTER TO MASTER_HOST='%s', MASTER_PORT=%d, MASTER_USER='root', MASTER_PASSWORD='%s', MASTER_USE_GTID=slave_pos, MASTER_CONNECT_RETRY=1"
            .formatted(address, port, ROOT_PASSWORD));
    replica.command("START SLAVE");
    return replica;
  }

  /** The replica, once it has all of the primary's changes, takes changes itself. */
  public void promote(MariaDbServer primary) {
    String position = primary.asRoot().texts("SELECT @@global.gtid_binlog_pos").get(0);
    Await.until(
        "the replica has caught up",
        Duration.ofMinutes(1),
        () ->
            asRoot()
                .texts("SELECT MASTER_GTID_WAIT('%s', 1)".formatted(position))
                .equals(List.of("0")));
    command("STOP SLAVE");
    command("RESET SLAVE ALL");
    command("SET GLOBAL read_only = 0");
  }

  private static MariaDbServer installed(String address, int port, List<String> options) {
    MariaDbServer server = new MariaDbServer(address, port, options);
    server.install();
    server.start();
    return server;
  }

  public String address() {
    return address;
  }

  public int port() {
    return port;
  }

  /** As kill -9. */
  public void kill() {
    process.kill();
  }

  /** As a machine that hangs: connections stay and nothing is answered. */
  public void hang() {
    process.suspend();
  }

  public void goOn() {
    process.resume();
  }

  @Override
  public void close() {
    if (process.isAlive()) {
      process.kill();
    }
    Folders.remove(folder);
  }

  /** A database and the only user who may use it. */
  public record Database(String url, String user, String password) {
    public Tables tables() {
      return new Tables(url, user, password);
    }

    /**
     * Connections that are kept. Statements are not prepared on the server: this pool forgets them
     * each time, and leaves them there.
     *
     * @param options of the driver
     */
    public MariaDbPoolDataSource pool(int most, String... options) {
      try {
        return new MariaDbPoolDataSource(
            "%s?user=%s&password=%s&maxPoolSize=%d&%s"
                .formatted(url, user, password, most, String.join("&", options)));
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  public Database create(String name) {
    String password = "of-" + name;
    command("CREATE DATABASE %s CHARACTER SET utf8mb4".formatted(name));
    command("CREATE USER '%s'@'%%' IDENTIFIED BY '%s'".formatted(name, password));
    command("GRANT ALL ON %1$s.* TO '%1$s'@'%%'".formatted(name));
    return new Database("jdbc:mariadb://%s:%d/%s".formatted(address, port, name), name, password);
  }

  /** As root of the server. */
  public Tables asRoot() {
    return as("root", ROOT_PASSWORD);
  }

  /** As somebody who has an account. */
  public Tables as(String user, String password) {
    return new Tables("jdbc:mariadb://%s:%d/".formatted(address, port), user, password);
  }

  private void command(String sql) {
    asRoot().change(sql);
  }

  private void install() {
    run(
        "mariadb-install-db",
        List.of(
            "mariadb-install-db",
            "--no-defaults",
            "--auth-root-authentication-method=normal",
            "--skip-test-db",
            "--datadir=" + data(),
            userOption()));
  }

  /** Starts on what is in its folder. */
  public void start() {
    Path init = folder.resolve("init.sql");
    Folders.write(init, ROOT);
    List<String> command =
        new ArrayList<>(
            List.of(
                server(),
                "--no-defaults",
                "--datadir=" + data(),
                "--socket=" + folder.resolve("socket"),
                "--pid-file=" + folder.resolve("pid"),
                "--init-file=" + init,
                "--bind-address=" + address,
                "--port=" + port,
                "--innodb-buffer-pool-size=256M",
                "--innodb-flush-log-at-trx-commit=1",
                userOption()));
    command.addAll(options);
    process = ServerProcess.start("mariadbd", folder, command, Map.of(), folder.resolve("log"));
    Await.until("MariaDB answers", Duration.ofMinutes(1), this::answers);
  }

  private boolean answers() throws SQLException {
    assertThat(process.isAlive()).as(new Log(folder.resolve("log")).end()).isTrue();
    try (Connection connection = asRoot().connect();
        Statement statement = connection.createStatement()) {
      return statement.execute("SELECT 1");
    }
  }

  private static String server() {
    return SERVERS.stream()
        .filter(path -> Files.isExecutable(Path.of(path)))
        .findFirst()
        .orElseThrow(() -> new AssertionError("A test on MariaDB " + NEED));
  }

  /** As root it gives its rights up; the folder then must be its own user's. */
  private String userOption() {
    String self = System.getProperty("user.name");
    if (!"root".equals(self)) {
      return "--user=" + self;
    }
    try {
      own(folder);
      return "--user=mysql";
    } catch (UserPrincipalNotFoundException e) {
      return "--user=root"; // the package's programs come without the account of its service
    } catch (IOException e) {
      throw new UncheckedIOException("A test on MariaDB " + NEED, e);
    }
  }

  private static void own(Path path) throws IOException {
    Files.getFileAttributeView(path, FileOwnerAttributeView.class)
        .setOwner(
            path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("mysql"));
  }

  private Path data() {
    return folder.resolve("data");
  }

  private void run(String name, List<String> command) {
    Path log = folder.resolve(name + ".log");
    server();
    ServerProcess install = ServerProcess.start(name, folder, command, Map.of(), log);
    install.awaitEnd();
    assertThat(install.exitStatus()).as(new Log(log).end()).isZero();
  }
}
