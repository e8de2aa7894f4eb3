package org.snapfleet.check;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.snapfleet.fleet.DatabaseSettings;

/** H2, whose file only one process may open at a time. */
record EmbeddedDatabase(DatabaseSettings settings) implements DatabaseKind {
  private static final int IN_USE = 90020;
  private static final int NOT_FOUND = 90146;
  private static final int WRONG_PASSWORD = 28000;

  @Override
  public Note cause(SQLException thrown) {
    return switch (thrown.getErrorCode()) {
      case IN_USE -> Note.mention("It is in use: a site runs on it, so it was left alone.");
      case NOT_FOUND -> notThereYet(settings.folder());
      case WRONG_PASSWORD ->
          Note.failure(
              "it was made with another user or password",
              "Correct snapfleet.db.user and snapfleet.db.password, or unset both as they were.");
      default -> Note.failure(Shown.reason(thrown), "");
    };
  }

  private static Note notThereYet(Path folder) {
    Optional<Note> refusal = Folders.whyNotMade(folder);
    return refusal.orElse(Note.mention("It is not there yet: the first start makes it."));
  }

  @Override
  public String describe(Connection connection) throws SQLException {
    return "H2 " + connection.getMetaData().getDatabaseProductVersion().replaceAll(" .*", "");
  }

  @Override
  public List<Note> notes(Connection connection, SchemaState schema) {
    return settings.url().startsWith("jdbc:h2:mem:")
        ? List.of(
            Note.warning("it lives in memory alone", "Everything is gone when the site stops."))
        : List.of();
  }
}
