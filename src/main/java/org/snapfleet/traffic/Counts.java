package org.snapfleet.traffic;

/** What one client sent in one window. Its window guards it. */
final class Counts {
  private static final long A_MILLISECOND = 1_000_000;

  private final long[] buckets = new long[TimeBounds.BUCKETS];
  private long requests;
  private long clientErrors;
  private long serverErrors;
  private long bytes;
  private long nanos;
  private long written;

  void add(int status, long size, long took) {
    requests++;
    if (status >= 500) {
      serverErrors++;
    } else if (status >= 400) {
      clientErrors++;
    }
    bytes += size;
    nanos += took;
    buckets[TimeBounds.bucket(took)]++;
  }

  long requests() {
    return requests;
  }

  long requestsWritten() {
    return written;
  }

  boolean isWritten() {
    return written == requests;
  }

  void written(WindowRow row) {
    written = row.requests();
  }

  /** In the order of the table's columns. */
  long[] all() {
    long[] all = new long[WindowRow.COUNTS];
    all[0] = requests;
    all[1] = clientErrors;
    all[2] = serverErrors;
    all[3] = bytes;
    all[4] = nanos / A_MILLISECOND;
    System.arraycopy(buckets, 0, all, WindowRow.COUNTS - buckets.length, buckets.length);
    return all;
  }
}
