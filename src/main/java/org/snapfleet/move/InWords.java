package org.snapfleet.move;

import java.time.Duration;
import java.util.Locale;

/** Amounts as people read them. */
final class InWords {
  private static final String[] UNITS = {"kB", "MB", "GB", "TB"};

  private InWords() {}

  /** {@code 812 bytes}, {@code 35.2 MB}. */
  static String bytes(double bytes) {
    if (bytes < 1_000) {
      return "%.0f bytes".formatted(bytes);
    }
    double scaled = bytes / 1_000;
    int unit = 0;
    while (scaled >= 1_000 && unit < UNITS.length - 1) {
      scaled /= 1_000;
      unit++;
    }
    return String.format(Locale.ROOT, "%.1f %s", scaled, UNITS[unit]);
  }

  /** {@code 12 s}, {@code 9 min 58 s}, {@code 2 h 5 min}. */
  static String duration(Duration duration) {
    long seconds = Math.max(0, duration.toSeconds());
    if (seconds < 60) {
      return seconds + " s";
    }
    return seconds < 3_600
        ? "%d min %d s".formatted(seconds / 60, seconds % 60)
        : "%d h %d min".formatted(seconds / 3_600, seconds % 3_600 / 60);
  }

  /** {@code 1 photo}, {@code 1,234 photos}. */
  static String photos(long count) {
    return String.format(Locale.ROOT, "%,d photo%s", count, count == 1 ? "" : "s");
  }

  static String number(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }
}
