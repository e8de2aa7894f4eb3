package org.snapfleet.traffic;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The statements that the two databases spell in their own ways. */
enum TrafficStatements {
  H2("MERGE INTO %s (%s) KEY (%s) VALUES (%s)", "", "FETCH FIRST ? ROWS ONLY"),
  MARIADB("INSERT INTO %1$s (%2$s) VALUES (%4$s)", " ON DUPLICATE KEY UPDATE ", "LIMIT ?");

  private static final List<String> WINDOW_KEY = List.of("starts_at", "client", "instance", "boot");

  private static final List<String> WINDOW_COUNTS =
      Stream.of(
              Stream.of("requests", "client_errors", "server_errors", "bytes", "total_ms"),
              TimeBounds.millis().mapToObj(millis -> "upto_" + millis),
              Stream.of("longer"))
          .flatMap(Function.identity())
          .toList();

  private static final List<String> DROP_KEY = List.of("starts_at", "instance", "boot", "reason");

  private final String write;
  private final String update;
  private final String limit;

  TrafficStatements(String write, String update, String limit) {
    this.write = write;
    this.update = update;
    this.limit = limit;
  }

  /** Writes a window's row, in place of the one that is there. */
  String window() {
    return write("traffic_window", WINDOW_KEY, WINDOW_COUNTS);
  }

  /** Writes a row of drops, in place of the one that is there. */
  String drop() {
    return write("traffic_drop", DROP_KEY, List.of("requests"));
  }

  private String write(String table, List<String> key, List<String> counts) {
    List<String> all = Stream.concat(key.stream(), counts.stream()).toList();
    String places = all.stream().map(column -> "?").collect(Collectors.joining(", "));
    String statement =
        write.formatted(table, String.join(", ", all), String.join(", ", key), places);
    return update.isEmpty()
        ? statement
        : statement
            + counts.stream()
                .map(column -> "%1$s = VALUES(%1$s)".formatted(column))
                .collect(Collectors.joining(", ", update, ""));
  }

  /** Removes rows of windows before a time, as many as it is told. */
  List<String> removals() {
    return Stream.of("traffic_window", "traffic_drop")
        .map(table -> "DELETE FROM %s WHERE starts_at < ? %s".formatted(table, limit))
        .toList();
  }
}
