package org.snapfleet.move;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.snapfleet.storage.ObjectKey;

/** The table of photos. */
final class PhotoRows {
  private static final String COLUMNS =
      "SELECT id, store, original_key, large_key, thumbnail_key FROM photo";

  /** Along the primary key, which is never sorted. */
  private static final String PAGE = COLUMNS + " WHERE id > ? AND store <> ? ORDER BY id LIMIT ?";

  private static final String ONE = COLUMNS + " WHERE id = ?";
  private static final String COUNT = "SELECT COUNT(*) FROM photo WHERE store = ?";
  private static final String COUNT_OTHERS = "SELECT COUNT(*) FROM photo WHERE store <> ?";
  private static final String NAMED =
      "SELECT COUNT(*) FROM photo WHERE original_key = ? AND store = ?";
  private static final String SWITCH =
      "UPDATE photo SET store = ? WHERE id = ? AND store = ? AND original_key = ?";

  private final Connections connections;

  PhotoRows(Connections connections) {
    this.connections = connections;
  }

  /** Photos that another store holds, by id. */
  List<PhotoRow> outside(String store, UUID after, int most) {
    return connections.transact(
        connection -> {
          try (PreparedStatement query = connection.prepareStatement(PAGE)) {
            query.setBytes(1, IdBytes.of(after));
            query.setString(2, store);
            query.setInt(3, most);
            return rows(query);
          }
        });
  }

  /** The photo as it is now, if it is there still. */
  Optional<PhotoRow> find(UUID id) {
    return connections.transact(
        connection -> {
          try (PreparedStatement query = connection.prepareStatement(ONE)) {
            query.setBytes(1, IdBytes.of(id));
            return rows(query).stream().findFirst();
          }
        });
  }

  long countIn(String store) {
    return connections.transact(connection -> count(connection, COUNT, store));
  }

  long countOutside(String store) {
    return connections.transact(connection -> count(connection, COUNT_OTHERS, store));
  }

  /** Whether a photo names these bytes in this store. */
  static boolean areNamed(Connection connection, Copies copies) throws SQLException {
    return count(connection, NAMED, copies.keys().get(0).text(), copies.store()) > 0;
  }

  /** Lets a photo name the bytes in another store; false where it is no longer as it was read. */
  static boolean switchTo(Connection connection, String store, PhotoRow row) throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(SWITCH)) {
      update.setString(1, store);
      update.setBytes(2, IdBytes.of(row.id()));
      update.setString(3, row.store());
      update.setString(4, row.keys().get(0).text());
      return update.executeUpdate() == 1;
    }
  }

  private static long count(Connection connection, String sql, String... values)
      throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        query.setString(i + 1, values[i]);
      }
      try (ResultSet rows = query.executeQuery()) {
        rows.next();
        return rows.getLong(1);
      }
    }
  }

  private static List<PhotoRow> rows(PreparedStatement query) throws SQLException {
    List<PhotoRow> found = new ArrayList<>();
    try (ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        List<ObjectKey> keys =
            List.of(
                new ObjectKey(rows.getString(3)),
                new ObjectKey(rows.getString(4)),
                new ObjectKey(rows.getString(5)));
        UUID id = IdBytes.from(rows.getBytes(1));
        found.add(new PhotoRow(id, rows.getString(2), keys));
      }
    }
    return found;
  }
}
