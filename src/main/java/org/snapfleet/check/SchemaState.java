package org.snapfleet.check;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.flywaydb.core.api.MigrationVersion;

/**
 * The version of the tables, and the one that this version of the site brings.
 *
 * @param present empty where there are no tables yet
 * @param failed whether the last step to a version broke off
 */
record SchemaState(Optional<MigrationVersion> present, MigrationVersion ours, boolean failed) {
  private static final String MIGRATIONS = "/org/snapfleet/sql";

  static SchemaState read(Connection connection) throws SQLException, IOException {
    if (!hasTables(connection)) {
      return new SchemaState(Optional.empty(), newest(), false);
    }
    String quote = connection.getMetaData().getIdentifierQuoteString();
    String query =
        "SELECT * FROM @flyway_schema_history@ ORDER BY @installed_rank@".replace("@", quote);
    Optional<MigrationVersion> present = Optional.empty();
    boolean failed = false;
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        String version = rows.getString("version");
        failed = !rows.getBoolean("success");
        if (version != null && !failed) {
          present = later(present, MigrationVersion.fromVersion(version));
        }
      }
    }
    return new SchemaState(present, newest(), failed);
  }

  private static Optional<MigrationVersion> later(
      Optional<MigrationVersion> known, MigrationVersion other) {
    return known
        .filter(version -> version.isAtLeast(other.getVersion()))
        .or(() -> Optional.of(other));
  }

  private static boolean hasTables(Connection connection) throws SQLException {
    try (ResultSet tables =
        connection
            .getMetaData()
            .getTables(
                connection.getCatalog(), null, "flyway_schema_history", new String[] {"TABLE"})) {
      return tables.next();
    }
  }

  /** Of the files V1__what.sql, V2__what.sql beside the classes. */
  private static MigrationVersion newest() throws IOException {
    try (Stream<Path> files = Files.list(migrations())) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.matches("V.+__.+\\.sql"))
          .map(name -> MigrationVersion.fromVersion(name.substring(1, name.indexOf("__"))))
          .max(Comparator.naturalOrder())
          .orElse(MigrationVersion.EMPTY);
    }
  }

  private static Path migrations() throws IOException {
    try {
      URI folder = SchemaState.class.getResource(MIGRATIONS).toURI();
      return Path.of(folder);
    } catch (URISyntaxException e) {
      throw new IOException(e);
    }
  }

  boolean isCurrent() {
    return present.filter(ours::equals).isPresent() && !failed;
  }

  /** In a few words. */
  String inWords() {
    return present.map(version -> "tables of version " + version).orElse("no tables yet");
  }

  /** What to say of it, if anything. */
  Optional<Note> note() {
    if (failed) {
      return Optional.of(
          Note.failure(
              "bringing the tables up to date broke off half-way",
              "No instance starts on them. See that release's notes, or restore the database."));
    } else if (present.isEmpty()) {
      return Optional.of(Note.mention("The first start makes the tables."));
    } else if (present.get().compareTo(ours) < 0) {
      return Optional.of(
          Note.mention("The next start brings the tables to version %s.".formatted(ours)));
    } else if (present.get().compareTo(ours) > 0) {
      return Optional.of(
          Note.warning(
              "the tables are of a newer version of the site than this one (%s)".formatted(ours),
              "That is fine during a roll-out or after a roll-back of one version."));
    }
    return Optional.empty();
  }
}
