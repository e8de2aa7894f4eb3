package org.snapfleet.fleet;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A histogram of times, as Prometheus has them: each bucket counts all that took no longer than its
 * bound.
 */
final class TimeBuckets {
  /** In seconds, up to the times at which people leave, and balancers and alarms act. */
  private static final double[] BOUNDS = {.005, .02, .05, .1, .25, .5, 1, 2.5, 5, 10};

  private static final long[] NANOS =
      Arrays.stream(BOUNDS).mapToLong(seconds -> (long) (seconds * 1e9)).toArray();

  private final LongAdder[] counts =
      Stream.generate(LongAdder::new).limit(BOUNDS.length + 1).toArray(LongAdder[]::new);
  private final LongAdder sum = new LongAdder();

  void add(long nanos) {
    int bucket = 0;
    while (bucket < NANOS.length && nanos > NANOS[bucket]) {
      bucket++;
    }
    counts[bucket].increment();
    sum.add(nanos);
  }

  static int size() {
    return BOUNDS.length + 1;
  }

  /** As Prometheus spells it. */
  static String bound(int bucket) {
    return bucket < BOUNDS.length ? Double.toString(BOUNDS[bucket]) : "+Inf";
  }

  long upTo(int bucket) {
    return IntStream.rangeClosed(0, bucket).mapToLong(i -> counts[i].sum()).sum();
  }

  long count() {
    return upTo(BOUNDS.length);
  }

  double seconds() {
    return (double) sum.sum() / TimeUnit.SECONDS.toNanos(1);
  }
}
