package org.snapfleet.fleet;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;

/** The live settings in the database. */
@ApplicationScoped
class LiveRows {
  /** Whose settings are everyone's. */
  static final String ALL = "";

  private static final String READ =
      "SELECT instance, setting FROM live_setting WHERE name = ? AND instance IN (?, '')";

  private static final String REMOVE =
      "DELETE FROM live_setting WHERE name = ? AND (instance = ? OR ? = '')";

  private static final String ADD =
      "INSERT INTO live_setting (instance, name, setting) VALUES (?, ?, ?)";

  @Resource(lookup = Database.JNDI_NAME)
  private DataSource database;

  /** What one instance's settings are, and everyone's, by whose they are. */
  Map<String, String> read(String name, String instance) {
    try {
      return Reading.from(database, connection -> read(name, instance, connection));
    } catch (SQLException e) {
      throw new PersistenceException(e);
    }
  }

  private static Map<String, String> read(String name, String instance, Connection connection)
      throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(READ)) {
      query.setString(1, name);
      query.setString(2, instance);
      Map<String, String> found = new HashMap<>();
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          found.put(rows.getString(1), rows.getString(2));
        }
      }
      return found;
    }
  }

  /** Writes one; everyone's takes the place of each instance's own. */
  @Transactional(TxType.REQUIRES_NEW)
  void write(String instance, String name, String setting) {
    try (Connection connection = database.getConnection();
        PreparedStatement remove = connection.prepareStatement(REMOVE);
        PreparedStatement add = connection.prepareStatement(ADD)) {
      remove.setString(1, name);
      remove.setString(2, instance);
      remove.setString(3, instance);
      remove.executeUpdate();
      add.setString(1, instance);
      add.setString(2, name);
      add.setString(3, setting);
      add.executeUpdate();
    } catch (SQLException e) {
      throw new PersistenceException(e);
    }
  }
}
