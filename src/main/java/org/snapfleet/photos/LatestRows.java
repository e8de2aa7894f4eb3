package org.snapfleet.photos;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.PersistenceException;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.snapfleet.fleet.Database;
import org.snapfleet.fleet.Reading;
import org.snapfleet.fleet.UuidBytes;

/**
 * Reads the list that most views show, by plain JDBC: without a cache each view is a query, and JPA
 * takes several times as long for it as the database does.
 */
@Dependent
class LatestRows {
  private static final String LATEST =
      "SELECT id, owner, owner_name, caption, visibility, store, animated,"
          + " original_key, original_width, original_height,"
          + " large_key, large_width, large_height,"
          + " thumbnail_key, thumbnail_width, thumbnail_height FROM photo"
          + " WHERE listed = TRUE AND id < ? ORDER BY listed, id DESC LIMIT ?";

  @Resource(lookup = Database.JNDI_NAME)
  private DataSource database;

  /** What everyone may see, so many at most; to be called outside of transactions. */
  List<PhotoCard> before(PhotoId id, int most) {
    try {
      return Reading.from(database, connection -> before(id, most, connection));
    } catch (SQLException e) {
      throw new PersistenceException(e);
    }
  }

  private static List<PhotoCard> before(PhotoId id, int most, Connection connection)
      throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(LATEST)) {
      query.setBytes(1, UuidBytes.of(id.uuid()));
      query.setInt(2, most);
      List<PhotoCard> found = new ArrayList<>(most);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          found.add(card(rows));
        }
      }
      return found;
    }
  }

  private static PhotoCard card(ResultSet row) throws SQLException {
    return new PhotoCard(
        uuid(row.getBytes(1)),
        uuid(row.getBytes(2)),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        row.getString(6),
        row.getBoolean(7),
        row.getString(8),
        row.getInt(9),
        row.getInt(10),
        row.getString(11),
        row.getInt(12),
        row.getInt(13),
        row.getString(14),
        row.getInt(15),
        row.getInt(16));
  }

  private static UUID uuid(byte[] bytes) {
    ByteBuffer both = ByteBuffer.wrap(bytes);
    return new UUID(both.getLong(), both.getLong());
  }
}
