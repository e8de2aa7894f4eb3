package org.snapfleet.fleet;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Why something failed, in one line of the log. */
public final class Reasons {
  private Reasons() {}

  /** What was thrown, and what lies at its bottom. */
  static String of(Throwable thrown) {
    List<String> told = new ArrayList<>();
    for (Throwable t = thrown; t != null; t = t.getCause()) {
      if (t == thrown || t.getCause() == null) {
        String line = firstLine(t);
        if (told.stream().noneMatch(said -> said.contains(line))) {
          told.add(line);
        }
      }
    }
    return String.join(": ", told);
  }

  /** What lies at the bottom alone: of a database's failure, what its driver said. */
  public static String rootOf(Throwable thrown) {
    Throwable root = thrown;
    for (Throwable t = thrown; t != null; t = t.getCause()) {
      if (t instanceof SQLException || !(root instanceof SQLException)) {
        root = t;
      }
    }
    return firstLine(root);
  }

  private static String firstLine(Throwable t) {
    return String.valueOf(t.getMessage())
        .lines()
        .findFirst()
        .filter(line -> !line.equals("null"))
        .orElse(t.getClass().getSimpleName());
  }
}
