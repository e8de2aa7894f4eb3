package org.snapfleet.traffic;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** A database in memory that can be away, and whose answers to commits can be lost. */
final class FrailDatabase implements DataSource {
  private final JdbcDataSource real = new JdbcDataSource();
  private boolean isAway;
  private boolean losesAnswers;
  private int connections;

  FrailDatabase() {
    real.setURL("jdbc:h2:mem:" + UUID.randomUUID());
  }

  void isAway(boolean away) {
    isAway = away;
  }

  void losesAnswers(boolean loses) {
    losesAnswers = loses;
  }

  /** How many were asked for. */
  int connections() {
    return connections;
  }

  @Override
  public Connection getConnection() throws SQLException {
    if (isAway) {
      throw new SQLException("away");
    }
    connections++;
    Connection connection = real.getConnection();
    return (Connection)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              try {
                Object answer = method.invoke(connection, arguments);
                if (method.getName().equals("commit") && losesAnswers) {
                  throw new SQLException("the line is cut");
                }
                return answer;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    return getConnection();
  }

  @Override
  public PrintWriter getLogWriter() {
    return null;
  }

  @Override
  public void setLogWriter(PrintWriter out) {}

  @Override
  public void setLoginTimeout(int seconds) {}

  @Override
  public int getLoginTimeout() {
    return 0;
  }

  @Override
  public Logger getParentLogger() {
    return Logger.getGlobal();
  }

  @Override
  public <T> T unwrap(Class<T> type) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return false;
  }
}
