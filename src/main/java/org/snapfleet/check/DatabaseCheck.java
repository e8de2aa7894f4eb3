package org.snapfleet.check;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snapfleet.fleet.DatabaseClock;
import org.snapfleet.fleet.DirectConnection;
import org.snapfleet.fleet.Settings;
import org.snapfleet.storage.FolderMarker;

/**
 * The database, of either kind: connects, and sees whether the site can work with what is there.
 */
final class DatabaseCheck implements Check {
  private static final Duration CLOCKS_MAY_DIFFER = Duration.ofSeconds(1);

  private final Settings settings;
  private final DatabaseKind kind;
  private volatile KnownMarker marker = KnownMarker.NOT_ASKED;

  DatabaseCheck(Settings settings) {
    this.settings = settings;
    this.kind =
        settings.database().isEmbedded()
            ? new EmbeddedDatabase(settings.database())
            : new DatabaseServer();
  }

  @Override
  public String name() {
    return "database";
  }

  @Override
  public String where() {
    return Shown.text(settings.database().toString());
  }

  /** What it knows of the photo folder; to be asked after the look. */
  KnownMarker marker() {
    return marker;
  }

  @Override
  public List<Finding> look() throws IOException {
    try (Connection connection = DirectConnection.open(settings)) {
      return List.of(lookAt(connection));
    } catch (SQLException e) {
      return List.of(new Finding(name(), where(), "", List.of(kind.cause(e))));
    }
  }

  private Finding lookAt(Connection connection) throws SQLException, IOException {
    List<Note> notes = new ArrayList<>();
    SchemaState schema = SchemaState.read(connection);
    notes.addAll(kind.notes(connection, schema));
    schema.note().ifPresent(notes::add);
    clock(connection).ifPresent(notes::add);
    marker =
        new KnownMarker(true, schema.present().isEmpty() ? Optional.empty() : fact(connection));
    String found = "%s, %s".formatted(kind.describe(connection), schema.inWords());
    return new Finding(name(), where(), found, notes);
  }

  private static Optional<Note> clock(Connection connection) throws SQLException {
    Duration ahead = DatabaseClock.ahead(connection);
    if (ahead.abs().compareTo(CLOCKS_MAY_DIFFER) <= 0) {
      return Optional.empty();
    }
    return Optional.of(
        Note.warning(
            "its clock is %d s %s this machine's"
                .formatted(ahead.abs().toSeconds(), ahead.isNegative() ? "behind" : "ahead of"),
            "The site corrects for that, but logs will not agree: run NTP (chrony) on both."));
  }

  private static Optional<String> fact(Connection connection) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("SELECT fact FROM site_fact WHERE name = ?")) {
      query.setString(1, FolderMarker.FACT);
      try (ResultSet rows = query.executeQuery()) {
        return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
      }
    }
  }
}
