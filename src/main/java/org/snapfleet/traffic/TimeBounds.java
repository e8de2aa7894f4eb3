package org.snapfleet.traffic;

import java.util.stream.IntStream;

/**
 * The buckets of time: each counts the requests that took no longer than its bound, and longer than
 * the bound before. They are the same everywhere and always, so that they can be summed.
 */
final class TimeBounds {
  private static final int[] MILLIS = {
    1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000
  };

  /** One more than bounds, for what took longer. */
  static final int BUCKETS = MILLIS.length + 1;

  private static final long[] NANOS =
      IntStream.of(MILLIS).mapToLong(millis -> millis * 1_000_000L).toArray();

  private TimeBounds() {}

  /** In milliseconds, rising. */
  static IntStream millis() {
    return IntStream.of(MILLIS);
  }

  static int bucket(long nanos) {
    int bucket = 0;
    while (bucket < NANOS.length && nanos > NANOS[bucket]) {
      bucket++;
    }
    return bucket;
  }
}
