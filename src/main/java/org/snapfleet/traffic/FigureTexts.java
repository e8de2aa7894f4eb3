package org.snapfleet.traffic;

import java.util.List;
import java.util.Locale;

/** Figures as the tables show them; {@code traffic-table.js} writes them in the same way. */
final class FigureTexts {
  private static final int KILO = 1000;

  private FigureTexts() {}

  static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** Milliseconds; of those beyond the last bound is only known that they are. */
  static String millis(double millis) {
    if (millis >= TimeCounts.BOUNDS.get(TimeCounts.BOUNDS.size() - 1)) {
      return "≥ 10,000";
    }
    return String.format(Locale.ROOT, millis < 10 ? "%.1f" : "%,.0f", millis);
  }

  /** Errors, percentiles and kilobytes, in the order of both tables. */
  static List<String> rest(Figures figures) {
    return List.of(
        number(figures.clientErrors()),
        number(figures.serverErrors()),
        millis(figures.percentile(50)),
        millis(figures.percentile(95)),
        millis(figures.percentile(99)),
        number(Math.round((double) figures.bytes() / KILO)));
  }
}
