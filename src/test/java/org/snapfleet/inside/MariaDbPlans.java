package org.snapfleet.inside;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** MariaDB counts the rows that its engines handed out and those it sorted. */
final class MariaDbPlans implements Plans {
  @Override
  public Reading during(Runnable query) {
    Map<String, Long> before = counters();
    query.run();
    Map<String, Long> after = counters();
    long rows = difference(before, after, "handler_read");
    long sorted = difference(before, after, "sort_rows");
    return new Reading(rows, sorted, indexes());
  }

  private static long difference(Map<String, Long> before, Map<String, Long> after, String name) {
    return after.keySet().stream()
        .filter(key -> key.startsWith(name))
        .mapToLong(key -> after.get(key) - before.get(key))
        .sum();
  }

  /** Of the whole server: nobody else uses it while this test runs but the site's own clockwork. */
  private static Map<String, Long> counters() {
    List<Object[]> rows =
        Inside.table(
            "SELECT LOWER(variable_name), variable_value FROM information_schema.global_status"
                + " WHERE variable_name LIKE 'HANDLER\\_READ%' OR variable_name = 'SORT_ROWS'");
    return rows.stream()
        .collect(Collectors.toMap(r -> (String) r[0], r -> Long.valueOf((String) r[1])));
  }

  /** Which they are is told by how few rows were read. */
  private static String indexes() {
    return Inside.query(
            "SELECT GROUP_CONCAT(DISTINCT index_name) FROM information_schema.statistics"
                + " WHERE table_name = 'photo'")
        .toString();
  }

  @Override
  public String rows(int count) {
    return "seq_1_to_" + count;
  }

  @Override
  public String row() {
    return "seq";
  }

  @Override
  public String idOfRow() {
    return "UNHEX(CONCAT(LPAD(HEX(seq), 16, '0'), '8000000000000000'))";
  }
}
