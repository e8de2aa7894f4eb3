package org.snapfleet.traffic;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/**
 * Windows and drops in the database. Rows are written with all that they count so far: writing one
 * again changes nothing.
 */
final class TrafficTable {
  /** Rows in a transaction. */
  private static final int BATCH = 500;

  /** Old rows that are removed in a statement: it must not hold up those who write. */
  private static final int REMOVED = 2_000;

  private static final String COUNTED =
      "SELECT COALESCE(SUM(requests), 0) FROM traffic_window"
          + " WHERE starts_at = ? AND instance = ? AND boot = ?";

  private final DataSource database;
  private final TrafficStatements statements;
  private final String instance;
  private final String boot;

  /**
   * @param instance whose the rows are
   * @param boot and which process's
   */
  TrafficTable(DataSource database, TrafficStatements statements, String instance, Boot boot) {
    this.database = database;
    this.statements = statements;
    this.instance = instance;
    this.boot = boot.id();
  }

  /** Puts a row into a statement. */
  private interface Setter<R> {
    void set(PreparedStatement statement, R row) throws SQLException;
  }

  /** Called when rows are committed. */
  interface Written<R> {
    void written(List<R> rows);
  }

  void writeWindows(List<WindowRow> rows, Written<WindowRow> written) throws SQLException {
    write(statements.window(), rows, this::set, written);
  }

  void writeDrops(List<Drops.Row> rows, Written<Drops.Row> written) throws SQLException {
    write(statements.drop(), rows, this::set, written);
  }

  private <R> void write(String statement, List<R> rows, Setter<R> setter, Written<R> written)
      throws SQLException {
    if (rows.isEmpty()) {
      return;
    }
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try (PreparedStatement write = connection.prepareStatement(statement)) {
        for (int from = 0; from < rows.size(); from += BATCH) {
          List<R> some = rows.subList(from, Math.min(from + BATCH, rows.size()));
          for (R row : some) {
            setter.set(write, row);
            write.addBatch();
          }
          write.executeBatch();
          connection.commit();
          written.written(some);
        }
        connection.setAutoCommit(true);
      } catch (SQLException e) {
        takeBack(connection, e);
        throw e;
      }
    }
  }

  private static void takeBack(Connection connection, SQLException why) {
    try {
      connection.rollback();
      connection.setAutoCommit(true);
    } catch (SQLException e) {
      why.addSuppressed(e);
    }
  }

  private void set(PreparedStatement statement, WindowRow row) throws SQLException {
    statement.setLong(1, row.start());
    statement.setString(2, row.client());
    statement.setString(3, instance);
    statement.setString(4, boot);
    for (int i = 0; i < WindowRow.COUNTS; i++) {
      statement.setLong(5 + i, row.counts()[i]);
    }
  }

  private void set(PreparedStatement statement, Drops.Row row) throws SQLException {
    statement.setLong(1, row.window());
    statement.setString(2, instance);
    statement.setString(3, boot);
    statement.setString(4, row.reason().text());
    statement.setLong(5, row.requests());
  }

  /** How many requests of this process the rows of a window have. */
  long counted(long start) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement query = connection.prepareStatement(COUNTED)) {
      query.setLong(1, start);
      query.setString(2, instance);
      query.setString(3, boot);
      try (ResultSet sum = query.executeQuery()) {
        sum.next();
        return sum.getLong(1);
      }
    }
  }

  /**
   * Removes the rows of old windows, everyone's; where several do so at once, each removes some.
   *
   * @param time in milliseconds since 1970
   */
  void removeBefore(long time) throws SQLException {
    for (String statement : statements.removals()) {
      removeBefore(time, statement);
    }
  }

  private void removeBefore(long time, String statement) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement remove = connection.prepareStatement(statement)) {
      remove.setLong(1, time);
      remove.setInt(2, REMOVED);
      int removed;
      do {
        removed = remove.executeUpdate();
      } while (removed == REMOVED);
    }
  }
}
