package org.snapfleet.move;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.snapfleet.fleet.Reasons;

/** A few connections to the database, each lent for one transaction at a time. */
final class Connections implements AutoCloseable {
  /** Of the two that are in each other's way, the database lets one begin anew. */
  private static final String ROLLED_BACK = "40";

  private static final int MOST_TRIES = 5;

  private final BlockingQueue<Connection> idle;

  /** Opens one. */
  interface Source {
    Connection open() throws SQLException;
  }

  /** What is done in a transaction; it may be done anew. */
  interface Work<T> {
    T in(Connection connection) throws SQLException;
  }

  private Connections(int count) {
    idle = new ArrayBlockingQueue<>(count);
  }

  static Connections open(Source source, int count) throws SQLException {
    Connections connections = new Connections(count);
    try {
      for (int i = 0; i < count; i++) {
        Connection connection = source.open();
        connections.idle.add(connection);
        connection.setAutoCommit(false);
      }
      return connections;
    } catch (SQLException e) {
      connections.close();
      throw e;
    }
  }

  /**
   * Does it whole or not at all.
   *
   * @throws MoveStoppedException where the database fails
   */
  <T> T transact(Work<T> work) {
    for (int tries = 1; ; tries++) {
      try {
        return once(work);
      } catch (SQLException e) {
        if (tries == MOST_TRIES || !String.valueOf(e.getSQLState()).startsWith(ROLLED_BACK)) {
          throw new MoveStoppedException(
              "the database failed: %s. Start it again when it answers.".formatted(oneLine(e)));
        }
      }
    }
  }

  private static String oneLine(SQLException thrown) {
    return Reasons.rootOf(thrown).replaceFirst("^\\(conn=\\d+\\) ", "").replaceFirst("\\.$", "");
  }

  private <T> T once(Work<T> work) throws SQLException {
    Connection connection = take();
    try {
      T result = work.in(connection);
      connection.commit();
      return result;
    } catch (SQLException | RuntimeException e) {
      undo(connection, e);
      throw e;
    } finally {
      idle.add(connection);
    }
  }

  private static void undo(Connection connection, Exception because) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      because.addSuppressed(e);
    }
  }

  private Connection take() {
    try {
      return idle.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new MoveStoppedException("interrupted");
    }
  }

  @Override
  public void close() {
    for (Connection connection : idle) {
      try {
        connection.close();
      } catch (SQLException e) {
        // it was lost before
      }
    }
  }
}
