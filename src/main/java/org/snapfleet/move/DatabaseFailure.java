package org.snapfleet.move;

import java.sql.SQLException;
import org.snapfleet.fleet.Settings;

/**
 * Why photos cannot be moved, as far as the database is the reason. Tells no address: see check.
 */
final class DatabaseFailure {
  private static final int H2_IN_USE = 90020;
  private static final int H2_NOT_FOUND = 90146;

  /** SQLSTATE class 42, "no such table" among it. */
  private static final String NOT_AS_EXPECTED = "42";

  private DatabaseFailure() {}

  static String inWords(Settings settings, SQLException thrown) {
    if (settings.database().isEmbedded() && thrown.getErrorCode() == H2_IN_USE) {
      return "a site runs on this database, which one process alone can open: stop the site, move"
          + " the photos, and start it again";
    } else if (settings.database().isEmbedded() && thrown.getErrorCode() == H2_NOT_FOUND) {
      return "there is no database in %s. Are the settings those of the site?"
          .formatted(settings.database().folder());
    } else if (String.valueOf(thrown.getSQLState()).startsWith(NOT_AS_EXPECTED)) {
      return "no site of this version has started on this database. Are the settings those of the"
          + " site?";
    }
    return "the database cannot be used: ./snapfleet check names the likely cause";
  }
}
