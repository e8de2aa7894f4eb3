package org.snapfleet.fleet;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Reads that can be made twice. So their connections need not be asked before each whether the
 * server answers: one that was a moment ago is taken as it is, and if it then fails, the read is
 * made again on one that was asked.
 */
public final class Reading {
  private static final ThreadLocal<Boolean> TRUSTING = new ThreadLocal<>();

  private Reading() {}

  /** Something to read from the database, outside of transactions. */
  @FunctionalInterface
  public interface Query<T> {
    T of(Connection connection) throws SQLException;
  }

  /** What the query gives, on the first or the second connection. */
  public static <T> T from(DataSource database, Query<T> query) throws SQLException {
    Connection trusted = trusted(database);
    try (trusted) {
      return query.of(trusted);
    } catch (SQLException e) {
      try (Connection asked = database.getConnection()) {
        return query.of(asked);
      }
    }
  }

  private static Connection trusted(DataSource database) throws SQLException {
    TRUSTING.set(true);
    try {
      return database.getConnection();
    } finally {
      TRUSTING.remove();
    }
  }

  /** Whether the connection that this thread is being lent is for such a read. */
  static boolean isTrusting() {
    return TRUSTING.get() != null;
  }
}
