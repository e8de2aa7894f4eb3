package org.snapfleet.traffic;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * How long to wait after failures: twice as long after each, and by chance up to half of it less,
 * so that instances which failed together do not come back together.
 *
 * @param random from 0 to 1
 */
record Backoff(DoubleSupplier random) {
  static final Duration FIRST = Duration.ofMillis(100);
  static final Duration LONGEST = Duration.ofSeconds(5);

  /**
   * In nanoseconds.
   *
   * @param failures in a row, at least one
   */
  long after(int failures) {
    int doublings = Math.min(failures - 1, Integer.SIZE);
    long whole = Math.min(LONGEST.toNanos(), FIRST.toNanos() << doublings);
    return (long) (whole * (1 - random.getAsDouble() / 2));
  }
}
