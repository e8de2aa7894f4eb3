package org.snapfleet.traffic;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A table of windows: a row takes the place of the one before it. */
final class LastRows {
  private final Map<String, Long> requests = new HashMap<>();

  synchronized void write(List<WindowRow> rows) {
    rows.forEach(row -> requests.put(row.start() + " " + row.client(), row.requests()));
  }

  synchronized long requests() {
    return requests.values().stream().mapToLong(Long::longValue).sum();
  }
}
