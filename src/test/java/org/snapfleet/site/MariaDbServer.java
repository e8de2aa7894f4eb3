package org.snapfleet.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileOwnerAttributeView;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A real MariaDB, from the machine's package {@code mariadb-server}, on a port of this machine. */
public final class MariaDbServer {
  private static final String NEED =
      "needs the package mariadb-server; ./snapfleet test installs it";
  private static final String ROOT_PASSWORD = "root-of-the-tests";
  private static final List<String> SERVERS =
      List.of("/usr/sbin/mariadbd", "/usr/libexec/mariadbd");
  private static MariaDbServer shared;

  private final Path folder = Folders.make("mariadb");
  private final int port = Ports.free();
  private ServerProcess process;

  private MariaDbServer() {}

  /** The one server of all tests; each makes a database of its own. */
  public static synchronized MariaDbServer shared() {
    if (shared == null) {
      MariaDbServer server = new MariaDbServer();
      server.install();
      server.start();
      shared = server;
    }
    return shared;
  }

  static synchronized void closeShared() {
    if (shared != null) {
      shared.process.kill();
      Folders.remove(shared.folder);
    }
  }

  /** A database and the only user who may use it. */
  public record Database(String url, String user, String password) {
    Tables tables() {
      return new Tables(url, user, password);
    }
  }

  public Database create(String name) {
    String password = "of-" + name;
    command("CREATE DATABASE %s CHARACTER SET utf8mb4".formatted(name));
    command("CREATE USER '%s'@'%%' IDENTIFIED BY '%s'".formatted(name, password));
    command("GRANT ALL ON %1$s.* TO '%1$s'@'%%'".formatted(name));
    return new Database("jdbc:mariadb://127.0.0.1:%d/%s".formatted(port, name), name, password);
  }

  /** As root of the server. */
  public Tables asRoot() {
    return new Tables("jdbc:mariadb://127.0.0.1:%d/".formatted(port), "root", ROOT_PASSWORD);
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

  private void start() {
    Path init = folder.resolve("init.sql");
    write(init, "ALTER USER root@localhost IDENTIFIED BY '%s';%n".formatted(ROOT_PASSWORD));
    process =
        ServerProcess.start(
            "mariadbd",
            folder,
            List.of(
                server(),
                "--no-defaults",
                "--datadir=" + data(),
                "--socket=" + folder.resolve("socket"),
                "--pid-file=" + folder.resolve("pid"),
                "--init-file=" + init,
                "--bind-address=127.0.0.1",
                "--port=" + port,
                "--skip-log-bin",
                "--innodb-buffer-pool-size=256M",
                "--innodb-flush-log-at-trx-commit=1",
                userOption()),
            Map.of(),
            folder.resolve("log"));
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

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
