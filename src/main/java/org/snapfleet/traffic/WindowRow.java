package org.snapfleet.traffic;

/**
 * A row of {@code traffic_window}, but for whose it is.
 *
 * @param start of its window, in milliseconds since 1970
 * @param counts in the order of the columns: requests, errors of clients, errors of ours, bytes,
 *     milliseconds, and the buckets of time
 */
record WindowRow(long start, String client, long[] counts) {
  /** How many counts there are. */
  static final int COUNTS = 5 + TimeBounds.BUCKETS;

  long requests() {
    return counts[0];
  }
}
