package org.snapfleet.fleet;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** The instances in the database: each writes its own row, and all read all. */
@ApplicationScoped
class MemberRows {
  private static final String COLUMNS =
      "version = ?, up_since = ?, beat_at = ?, draining = ?, requests = ?, average_ms = ?,"
          + " latency = ?";

  private static final String WRITE = "UPDATE fleet_instance SET " + COLUMNS + " WHERE address = ?";

  private static final String ADD =
      "INSERT INTO fleet_instance"
          + " (version, up_since, beat_at, draining, requests, average_ms, latency, address)"
          + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)";

  private static final String READ =
      "SELECT address, version, up_since, beat_at, draining, requests, average_ms, latency"
          + " FROM fleet_instance ORDER BY up_since, address";

  private static final String REMOVE_OLD = "DELETE FROM fleet_instance WHERE beat_at < ?";

  private static final String REMOVE_THEIR_SETTINGS =
      "DELETE FROM live_setting WHERE instance <> ''"
          + " AND instance NOT IN (SELECT address FROM fleet_instance)";

  @Resource(lookup = Database.JNDI_NAME)
  private DataSource database;

  void write(Member member) {
    try (Connection connection = database.getConnection()) {
      if (execute(connection, WRITE, member) == 0) {
        execute(connection, ADD, member);
      }
    } catch (SQLException e) {
      throw new PersistenceException(e);
    }
  }

  private static int execute(Connection connection, String statement, Member member)
      throws SQLException {
    try (PreparedStatement write = connection.prepareStatement(statement)) {
      write.setString(1, member.version());
      write.setLong(2, member.upSince().toEpochMilli());
      write.setLong(3, member.beatAt().toEpochMilli());
      write.setBoolean(4, member.draining());
      write.setLong(5, member.requests());
      write.setLong(6, member.averageMillis());
      write.setString(7, member.latency());
      write.setString(8, member.address());
      return write.executeUpdate();
    }
  }

  List<Member> all() {
    try {
      return Reading.from(database, MemberRows::all);
    } catch (SQLException e) {
      throw new PersistenceException(e);
    }
  }

  private static List<Member> all(Connection connection) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(READ);
        ResultSet rows = query.executeQuery()) {
      List<Member> members = new ArrayList<>();
      while (rows.next()) {
        members.add(
            new Member(
                rows.getString(1),
                rows.getString(2),
                Instant.ofEpochMilli(rows.getLong(3)),
                Instant.ofEpochMilli(rows.getLong(4)),
                rows.getBoolean(5),
                rows.getLong(6),
                rows.getLong(7),
                rows.getString(8)));
      }
      return members;
    }
  }

  /** Forgets those that are long gone, and what was set for them alone. */
  void forgetBefore(Instant beat) {
    try (Connection connection = database.getConnection();
        PreparedStatement old = connection.prepareStatement(REMOVE_OLD);
        PreparedStatement settings = connection.prepareStatement(REMOVE_THEIR_SETTINGS)) {
      old.setLong(1, beat.toEpochMilli());
      if (old.executeUpdate() > 0) {
        settings.executeUpdate();
      }
    } catch (SQLException e) {
      throw new PersistenceException(e);
    }
  }
}
