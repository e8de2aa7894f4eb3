package org.snapfleet.traffic;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lines of comma-separated values (RFC 4180). */
final class Csv {
  private static final String FORMULA = "=+-@\t\r";

  private Csv() {}

  static String line(Object... values) {
    return Stream.of(values).map(Csv::field).collect(Collectors.joining(",", "", "\r\n"));
  }

  /**
   * One value. A text that a spreadsheet would take for a formula gets an apostrophe before it, as
   * OWASP advises (CSV Injection); numbers are the site's own.
   */
  private static String field(Object value) {
    String text = value.toString();
    if (value instanceof Number) {
      return text;
    }
    String harmless = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    return harmless.chars().anyMatch(c -> c == '"' || c == ',' || c == '\r' || c == '\n')
        ? '"' + harmless.replace("\"", "\"\"") + '"'
        : harmless;
  }
}
