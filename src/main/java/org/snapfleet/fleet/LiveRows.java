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
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.SQLTransactionRollbackException;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;

/** The live settings in the database. */
@ApplicationScoped
class LiveRows {
  /** Whose settings are everyone's. */
  static final String EVERYONES = "";

  private static final String READ =
      "SELECT name, setting FROM live_setting WHERE instance IN ('', ?) ORDER BY instance";

  private static final String REMOVE =
      "DELETE FROM live_setting WHERE name = ? AND (instance = ? OR ? = '')";

  private static final String ADD =
      "INSERT INTO live_setting (instance, name, setting) VALUES (?, ?, ?)";

  @Resource(lookup = Database.JNDI_NAME)
  private DataSource database;

  /** What is set for one instance, by name: its own before everyone's. */
  Map<String, String> of(String instance) {
    try {
      return Reading.from(database, connection -> of(instance, connection));
    } catch (SQLException e) {
      throw new PersistenceException(e);
    }
  }

  private static Map<String, String> of(String instance, Connection connection)
      throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(READ)) {
      query.setString(1, instance);
      Map<String, String> found = new HashMap<>();
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          found.put(rows.getString(1), rows.getString(2)); // everyone's came first
        }
      }
      return found;
    }
  }

  /** Writes them; everyone's take the place of each instance's own. */
  @Transactional(TxType.REQUIRES_NEW)
  void write(String instance, Map<LiveSetting<?>, Object> settings) {
    try (Connection connection = database.getConnection();
        PreparedStatement remove = connection.prepareStatement(REMOVE);
        PreparedStatement add = connection.prepareStatement(ADD)) {
      for (Map.Entry<LiveSetting<?>, Object> setting : settings.entrySet()) {
        String name = setting.getKey().name();
        remove.setString(1, name);
        remove.setString(2, instance);
        remove.setString(3, instance);
        remove.executeUpdate();
        add.setString(1, instance);
        add.setString(2, name);
        add.setString(3, setting.getValue().toString());
        add.executeUpdate();
      }
    } catch (SQLException e) {
      throw new PersistenceException(e);
    }
  }

  /** Whether another wrote the same at the same moment, so that writing again will do. */
  static boolean isCrossed(PersistenceException failure) {
    return failure.getCause() instanceof SQLIntegrityConstraintViolationException
        || failure.getCause() instanceof SQLTransactionRollbackException;
  }
}
