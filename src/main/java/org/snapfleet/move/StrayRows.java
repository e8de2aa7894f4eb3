package org.snapfleet.move;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.snapfleet.storage.ObjectKey;

/** The table of bytes that no photo may name, as the site writes it and its sweep reads it. */
final class StrayRows {
  private static final String BETWEEN = " ";
  private static final String INSERT =
      "INSERT INTO stray (id, store, object_keys, due_at) VALUES (?, ?, ?, ?)";
  private static final String POSTPONE = "UPDATE stray SET due_at = ? WHERE id = ?";
  private static final String DELETE = "DELETE FROM stray WHERE id = ?";
  private static final String LOCK = "SELECT due_at FROM stray WHERE id = ? FOR UPDATE";
  private static final String OF_MOVES = " FROM stray WHERE id BETWEEN ? AND ? AND store = ?";
  private static final String LAST = "SELECT MAX(due_at)" + OF_MOVES;
  private static final String DUE =
      "SELECT id, object_keys" + OF_MOVES + " AND due_at <= ? ORDER BY due_at LIMIT ?";

  private StrayRows() {}

  /** Writes one, or sets the time of the one that is there. */
  static void write(Connection connection, Copies.Kind kind, Copies copies, Instant due)
      throws SQLException {
    UUID id = copies.strayId(kind);
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      insert.setBytes(1, IdBytes.of(id));
      insert.setString(2, copies.store());
      insert.setString(
          3, copies.keys().stream().map(ObjectKey::text).collect(Collectors.joining(BETWEEN)));
      insert.setLong(4, due.toEpochMilli());
      insert.executeUpdate();
    } catch (SQLIntegrityConstraintViolationException e) {
      postpone(connection, id, due);
    }
  }

  private static void postpone(Connection connection, UUID id, Instant due) throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(POSTPONE)) {
      update.setLong(1, due.toEpochMilli());
      update.setBytes(2, IdBytes.of(id));
      if (update.executeUpdate() == 0) {
        throw new SQLException("a row went that was there just now", "40001");
      }
    }
  }

  /** False where there was none: a sweep came first. */
  static boolean delete(Connection connection, UUID id) throws SQLException {
    try (PreparedStatement delete = connection.prepareStatement(DELETE)) {
      delete.setBytes(1, IdBytes.of(id));
      return delete.executeUpdate() == 1;
    }
  }

  /** Keeps all others, the site's sweep too, from the row; false where it is gone. */
  static boolean lock(Connection connection, UUID id) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(LOCK)) {
      query.setBytes(1, IdBytes.of(id));
      try (ResultSet rows = query.executeQuery()) {
        return rows.next();
      }
    }
  }

  /** Those of moves in a store whose time has come by a moment, the oldest first. */
  static List<StrayRow> due(
      Connection connection, Copies.Kind kind, String store, Instant by, int most)
      throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(DUE)) {
      ofMoves(query, kind, store);
      query.setLong(4, by.toEpochMilli());
      query.setInt(5, most);
      List<StrayRow> found = new ArrayList<>();
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          UUID id = IdBytes.from(rows.getBytes(1));
          found.add(new StrayRow(id, new Copies(store, keys(rows.getString(2)))));
        }
      }
      return found;
    }
  }

  /** When the last of them is due; {@link Instant#MIN} where there is none. */
  static Instant lastDue(Connection connection, Copies.Kind kind, String store)
      throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(LAST)) {
      ofMoves(query, kind, store);
      try (ResultSet rows = query.executeQuery()) {
        rows.next();
        long last = rows.getLong(1);
        return rows.wasNull() ? Instant.MIN : Instant.ofEpochMilli(last);
      }
    }
  }

  private static void ofMoves(PreparedStatement query, Copies.Kind kind, String store)
      throws SQLException {
    query.setBytes(1, IdBytes.of(kind.first()));
    query.setBytes(2, IdBytes.of(kind.last()));
    query.setString(3, store);
  }

  private static List<ObjectKey> keys(String text) {
    return Arrays.stream(text.split(BETWEEN, -1)).map(ObjectKey::new).toList();
  }
}
