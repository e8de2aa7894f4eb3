package org.snapfleet.raffle;

import jakarta.persistence.PersistenceException;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.snapfleet.fleet.UuidBytes;

/**
 * Statements by plain JDBC, each in a transaction of its own or in one that is given; outside of
 * the container's transactions. Two that were in each other's way are carried out again.
 */
final class Rows {
  private static final int TRIES = 4;

  private final DataSource database;

  Rows(DataSource database) {
    this.database = database;
  }

  /** Several statements that take effect together. */
  @FunctionalInterface
  interface Work<T> {
    T in(Connection connection) throws SQLException;
  }

  /** Makes a value of a row. */
  @FunctionalInterface
  interface Mapping<T> {
    T of(ResultSet row) throws SQLException;
  }

  /** On one connection, each statement by itself. */
  <T> T each(Work<T> work) {
    return again(work);
  }

  /** In one transaction. */
  <T> T together(Work<T> work) {
    return again(connection -> inTransaction(connection, work));
  }

  private <T> T again(Work<T> work) {
    for (int tried = 1; ; tried++) {
      try (Connection connection = database.getConnection()) {
        return work.in(connection);
      } catch (SQLException e) {
        if (tried == TRIES || !isCrossed(e)) {
          throw new PersistenceException(e);
        }
      }
    }
  }

  /** The server has undone it, as another was in its way (SQL state class 40). */
  private static boolean isCrossed(SQLException e) {
    return String.valueOf(e.getSQLState()).startsWith("40");
  }

  private static <T> T inTransaction(Connection connection, Work<T> work) throws SQLException {
    connection.setAutoCommit(false);
    try {
      T result = work.in(connection);
      connection.commit();
      return result;
    } catch (SQLException | RuntimeException e) {
      connection.rollback();
      throw e;
    } finally {
      connection.setAutoCommit(true);
    }
  }

  int execute(String statement, Object... values) {
    return each(connection -> execute(connection, statement, values));
  }

  static int execute(Connection connection, String statement, Object... values)
      throws SQLException {
    try (PreparedStatement prepared = prepare(connection, statement, values)) {
      return prepared.executeUpdate();
    }
  }

  <T> List<T> list(Mapping<T> mapping, String query, Object... values) {
    return each(connection -> list(connection, mapping, query, values));
  }

  <T> Optional<T> first(Mapping<T> mapping, String query, Object... values) {
    return list(mapping, query, values).stream().findFirst();
  }

  static <T> List<T> list(Connection connection, Mapping<T> mapping, String query, Object... values)
      throws SQLException {
    try (PreparedStatement prepared = prepare(connection, query, values);
        ResultSet rows = prepared.executeQuery()) {
      List<T> found = new ArrayList<>();
      while (rows.next()) {
        found.add(mapping.of(rows));
      }
      return found;
    }
  }

  private static PreparedStatement prepare(Connection connection, String text, Object... values)
      throws SQLException {
    PreparedStatement prepared = connection.prepareStatement(text);
    for (int i = 0; i < values.length; i++) {
      prepared.setObject(i + 1, values[i]);
    }
    return prepared;
  }

  static byte[] bytes(RaffleId id) {
    return UuidBytes.of(id.uuid());
  }

  static RaffleId raffle(byte[] bytes) {
    ByteBuffer both = ByteBuffer.wrap(bytes);
    return new RaffleId(new UUID(both.getLong(), both.getLong()));
  }
}
