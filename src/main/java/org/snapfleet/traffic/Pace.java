package org.snapfleet.traffic;

import java.util.concurrent.TimeUnit;

/**
 * How fast this instance writes to the stream. A shard takes 1,000 records and 1 MB a second
 * (Kinesis Developer Guide, "Quotas and limits"), from all instances together, and no instance
 * knows what the others send. So each begins with all of it, gives up three tenths of its own share
 * when the stream throttles, and takes a twentieth of the whole back in each second in which it
 * does not: shares that shrink by a factor and grow by a sum become equal, as those of TCP
 * connections do (Chiu and Jain, 1989), and the stream stays well used. For one thread.
 */
final class Pace {
  static final double RECORDS_OF_SHARD = 1_000;
  static final double BYTES_OF_SHARD = 1_000_000;

  /** So that one that is throttled hard still notices when it is not. */
  static final double LEAST_SHARE = 1.0 / 64;

  private static final double KEPT = 0.7;
  private static final double TAKEN_BACK = 0.05;

  /** One glut is throttled in several calls, and reason to give way once. */
  private static final long ONE_GLUT = TimeUnit.MILLISECONDS.toNanos(500);

  private static final double SECOND = TimeUnit.SECONDS.toNanos(1);

  private int shards = 1;
  private double share = 1;
  private long nextAt;
  private long shrunkAt;
  private long grownAt;

  Pace(long now) {
    this.nextAt = now;
    this.shrunkAt = now - ONE_GLUT;
    this.grownAt = now;
  }

  void shards(int open) {
    shards = Math.max(1, open);
  }

  /** Counts a call's worth, and tells how many nanoseconds it has to wait for its turn. */
  long nanosBefore(int records, long bytes, long now) {
    long begin = Math.max(nextAt, now);
    double shardSeconds = Math.max(records / RECORDS_OF_SHARD, bytes / BYTES_OF_SHARD);
    nextAt = begin + (long) (shardSeconds / (shards * share) * SECOND);
    return begin - now;
  }

  void throttled(long now) {
    if (now - shrunkAt >= ONE_GLUT) {
      share = Math.max(LEAST_SHARE, share * KEPT);
      shrunkAt = now;
    }
    grownAt = now;
  }

  void well(long now) {
    double seconds = Math.min(1, (now - grownAt) / SECOND);
    share = Math.min(1, share + TAKEN_BACK * seconds);
    grownAt = now;
  }

  /** Records a second at the moment. */
  double rate() {
    return shards * share * RECORDS_OF_SHARD;
  }
}
