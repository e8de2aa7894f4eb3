package org.snapfleet.inside;

import java.util.List;

/** MariaDB counts the rows that its engines handed out and those it sorted. */
final class MariaDbPlans implements Plans {
  @Override
  public Reading during(Runnable query) {
    return during(query, "photo", List.of());
  }

  @Override
  public Reading during(Runnable query, String table, List<String> values) {
    if (number("SELECT @@global.userstat") != 1) {
      throw new AssertionError("The server does not count rows by table: userstat is off");
    }
    long readBefore = read(table);
    long sortedBefore = sorted();
    query.run();
    return new Reading(read(table) - readBefore, sorted() - sortedBefore, indexes(table));
  }

  /** Rows of one table alone, by the server's userstat: the site's own clockwork reads others. */
  private static long read(String table) {
    return number(
        "SELECT COALESCE(MAX(rows_read), 0) FROM information_schema.table_statistics"
            + " WHERE table_schema = DATABASE() AND table_name = '%s'".formatted(table));
  }

  private static long sorted() {
    return number(
        "SELECT variable_value FROM information_schema.global_status"
            + " WHERE variable_name = 'SORT_ROWS'");
  }

  private static long number(String query) {
    return Long.parseLong(Inside.query(query).get(0).toString());
  }

  /** Which they are is told by how few rows were read. */
  private static String indexes(String table) {
    return Inside.query(
            "SELECT GROUP_CONCAT(DISTINCT index_name) FROM information_schema.statistics"
                + " WHERE table_name = '%s'".formatted(table))
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
