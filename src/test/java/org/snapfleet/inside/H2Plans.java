package org.snapfleet.inside;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** H2 keeps the text of what it ran; explained and run again, it tells how many rows it read. */
final class H2Plans implements Plans {
  private static final Pattern SCANNED = Pattern.compile("scanCount: (\\d+)");

  @Override
  public Reading during(Runnable query) {
    return during(query, "PHOTO", H2Plans::ofAFirstPage);
  }

  @Override
  public Reading during(Runnable query, String table, List<String> values) {
    return during(query, table.toUpperCase(Locale.ROOT), sql -> filled(sql, values));
  }

  private static String filled(String sql, List<String> values) {
    String filled = sql;
    for (String value : values) {
      filled = filled.replaceFirst("\\?", value);
    }
    return filled;
  }

  private static Reading during(Runnable query, String table, UnaryOperator<String> filling) {
    Inside.change("SET QUERY_STATISTICS FALSE");
    Inside.change("SET QUERY_STATISTICS TRUE");
    query.run();
    List<Object> ran =
        Inside.query(
            "SELECT sql_statement FROM information_schema.query_statistics"
                + " WHERE UPPER(sql_statement) LIKE 'SELECT%FROM "
                + table
                + "%'");
    Inside.change("SET QUERY_STATISTICS FALSE");
    if (ran.size() != 1) {
      throw new AssertionError("One query was expected: " + ran);
    }
    String plan =
        (String) Inside.query("EXPLAIN ANALYZE " + filling.apply((String) ran.get(0))).get(0);
    Matcher scanned = SCANNED.matcher(plan);
    long rows = 0;
    while (scanned.find()) {
      rows += Long.parseLong(scanned.group(1));
    }
    return new Reading(rows, plan.contains("index sorted") ? 0 : 1, plan);
  }

  /** With values for the parameters: those of a first page. */
  private static String ofAFirstPage(String sql) {
    return sql.replaceAll(
            "(?i)(owner\\)? = )\\?", "$1(SELECT id FROM account WHERE name = 'million')")
        .replaceAll("(?i)(id\\)? < )\\?", "$1X'" + "F".repeat(32) + "'")
        .replaceAll("(?i)(listed\\)? = )\\?", "$1TRUE")
        .replaceAll("(?i)(visibility\\)? = )\\?", "$1'members'")
        .replaceAll("(?i)(?<limit>LIMIT )\\?", "${limit}11")
        .replaceAll("(?i)(?<offset>OFFSET )\\?", "${offset}0");
  }

  @Override
  public void beforeManyRows() {
    Inside.change("SET CACHE_SIZE 400000");
  }

  @Override
  public String rows(int count) {
    return "SYSTEM_RANGE(1, %d)".formatted(count);
  }

  @Override
  public String row() {
    return "X";
  }

  @Override
  public String idOfRow() {
    return "CAST(CAST(X AS BIGINT) AS BINARY(8)) || X'8000000000000000'";
  }
}
