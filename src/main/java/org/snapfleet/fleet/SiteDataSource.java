package org.snapfleet.fleet;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * The driver side of the container's connection pool, which {@link Database} describes: {@code
 * snapfleet.db.url} alone chooses between H2, MariaDB, and MariaDB on RDS or Aurora.
 */
public class SiteDataSource implements DataSource {
  private static final AtomicBoolean HAS_CONNECTED = new AtomicBoolean();

  private final DatabaseSettings settings;
  private final DatabaseDriver driver;
  private final CredentialsSource credentials;
  private final PooledConnections pooled = new PooledConnections(System::nanoTime);
  private int loginTimeout;

  /** For the container. */
  public SiteDataSource() {
    this(SettingsSource.read());
  }

  /** Of settings that are checked. */
  SiteDataSource(Settings settings) {
    this(settings, DatabaseDriver.of(settings.database(), settings.aws()));
  }

  private SiteDataSource(Settings settings, DatabaseDriver driver) {
    this.settings = settings.database();
    this.driver = driver;
    this.credentials = credentialsOf(settings);
    if (!this.settings.isEmbedded()) {
      NameCache.check();
    }
  }

  /** One of its own, without a pool, for work that takes as long as it takes. */
  static SiteDataSource patient(Settings settings) {
    return new SiteDataSource(
        settings, DatabaseDriver.of(settings.database(), settings.aws()).patient());
  }

  private static CredentialsSource credentialsOf(Settings settings) {
    DatabaseSettings database = settings.database();
    Credentials given = new Credentials(database.user(), database.password());
    return database
        .secret()
        .<CredentialsSource>map(
            name -> new SecretCredentials(new AwsSecret(name, settings.aws()), System::nanoTime))
        .orElseGet(() -> CredentialsSource.fixed(given));
  }

  /**
   * A database that is away is an outage, at the start too: it is waited for. One that refuses the
   * site at its start, as it is configured, ends it.
   */
  @Override
  public Connection getConnection() throws SQLException {
    try {
      Connection connection = signedIn();
      HAS_CONNECTED.set(true);
      return settings.isEmbedded() ? connection : pooled.add(connection);
    } catch (SQLException e) {
      if (!HAS_CONNECTED.get() && (settings.isEmbedded() || !Outage.is(e))) {
        StartFailure.stop(
            "snapfleet.db.url=%s: %s%s".formatted(settings, Reasons.of(e), tlsAdvice()));
      }
      throw e;
    }
  }

  /** What the driver says of a certificate that it does not trust names no remedy. */
  private String tlsAdvice() {
    return settings.isVerified()
        ? " (the server's certificate must be for the name in the URL, and from an authority in"
            + " the file serverSslCert)"
        : "";
  }

  /** Whether this process has reached its database. */
  static boolean hasConnected() {
    return HAS_CONNECTED.get();
  }

  /** A connection, which ends no process where it fails. */
  Connection signedIn() throws SQLException {
    Credentials known = credentials.current();
    try {
      return driver.connect(known);
    } catch (SQLException e) {
      Optional<Credentials> fresh = isRefusal(e) ? credentials.insteadOf(known) : Optional.empty();
      return driver.connect(fresh.orElseThrow(() -> e));
    }
  }

  /** Signing in failed (SQL states of class 28), rather than reaching the database. */
  private static boolean isRefusal(Throwable thrown) {
    for (Throwable t = thrown; t != null; t = t.getCause()) {
      if (t instanceof SQLException e && String.valueOf(e.getSQLState()).startsWith("28")) {
        return true;
      }
    }
    return false;
  }

  /** The container has no credentials of its own to give. */
  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    return getConnection();
  }

  @Override
  public PrintWriter getLogWriter() {
    return null;
  }

  @Override
  public void setLogWriter(PrintWriter out) {
    // the drivers log by java.util.logging
  }

  @Override
  public void setLoginTimeout(int seconds) {
    loginTimeout = seconds;
  }

  @Override
  public int getLoginTimeout() {
    return loginTimeout;
  }

  @Override
  public Logger getParentLogger() {
    return Logger.getLogger(SiteDataSource.class.getPackageName());
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    if (type.isInstance(this)) {
      return type.cast(this);
    }
    throw new SQLException("not a wrapper for " + type.getName());
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return type.isInstance(this);
  }
}
