package org.snapfleet.drill;

import java.util.concurrent.TimeUnit;

/**
 * A request that was not answered as it should be.
 *
 * @param begun by {@link System#nanoTime()}
 */
record Loss(String why, long begun, long ended) {

  /** Whether some of its time was in this one. */
  boolean wasUnderWay(long from, long to) {
    return ended - from >= 0 && begun - to <= 0;
  }

  @Override
  public String toString() {
    return "%s after %,d ms".formatted(why, TimeUnit.NANOSECONDS.toMillis(ended - begun));
  }
}
