package org.snapfleet.fleet;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * The driver side of the container's connection pool: {@code web.xml} names this class, and {@code
 * snapfleet.db.url} alone chooses between H2 and MariaDB.
 */
public class SiteDataSource implements DataSource {
  private static final AtomicBoolean HAS_CONNECTED = new AtomicBoolean();

  private final DatabaseSettings settings = checkedSettings();
  private final Driver driver = driverOf(settings);
  private int loginTimeout;

  /** The container makes this before anything else of the application: the place to check all. */
  private static DatabaseSettings checkedSettings() {
    try {
      return SettingsSource.read().database();
    } catch (WrongSettingException e) {
      StartFailure.stop(e.getMessage());
      throw e;
    }
  }

  private static Driver driverOf(DatabaseSettings settings) {
    return settings.isEmbedded() ? new org.h2.Driver() : new org.mariadb.jdbc.Driver();
  }

  @Override
  public Connection getConnection() throws SQLException {
    return getConnection(settings.user().orElse(null), settings.password().orElse(null));
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    Properties properties = new Properties();
    putIfGiven(properties, "user", user);
    putIfGiven(properties, "password", password);
    return connect(properties);
  }

  /** A database out of reach ends a start; later it is only an outage. */
  private Connection connect(Properties properties) throws SQLException {
    try {
      Connection connection = driver.connect(settings.url(), properties);
      HAS_CONNECTED.set(true);
      return connection;
    } catch (SQLException e) {
      if (!HAS_CONNECTED.get()) {
        StartFailure.stop("snapfleet.db.url=%s: %s".formatted(settings, firstLine(e)));
      }
      throw e;
    }
  }

  private static String firstLine(SQLException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason given");
  }

  private static void putIfGiven(Properties properties, String name, String value) {
    if (value != null && !value.isEmpty()) {
      properties.setProperty(name, value);
    }
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
