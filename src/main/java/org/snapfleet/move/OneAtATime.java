package org.snapfleet.move;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Keeps a second move off the same database for as long as the connection lives. Two would do no
 * harm but each other's work. H2 needs none: its file is open in one process alone.
 */
final class OneAtATime {
  /** A lock's name is the whole server's. The wait is for the connection of one killed just now. */
  private static final String TAKE =
      "SELECT GET_LOCK(CONCAT('move-photos ', LEFT(SHA2(DATABASE(), 256), 32)), 5)";

  private OneAtATime() {}

  static void take(Connection connection) throws SQLException {
    try (PreparedStatement take = connection.prepareStatement(TAKE);
        ResultSet rows = take.executeQuery()) {
      rows.next();
      if (rows.getInt(1) != 1) {
        throw new MoveStoppedException("another move-photos is at work on this database");
      }
    }
  }
}
