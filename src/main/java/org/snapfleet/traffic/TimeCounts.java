package org.snapfleet.traffic;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** How many requests took how long: a count for each bound, and one for all beyond the last. */
final class TimeCounts {
  static final List<Integer> BOUNDS = TimeBounds.millis().boxed().toList();

  static final int SIZE = TimeBounds.BUCKETS;

  static final TimeCounts NONE = new TimeCounts(new long[SIZE]);

  private final long[] counts;

  private TimeCounts(long[] counts) {
    this.counts = counts;
  }

  /** Of {@link #SIZE} counts. */
  static TimeCounts of(long... counts) {
    if (counts.length != SIZE) {
      throw new IllegalArgumentException(counts.length + " counts, not " + SIZE);
    }
    return new TimeCounts(counts.clone());
  }

  TimeCounts plus(TimeCounts other) {
    return new TimeCounts(
        IntStream.range(0, SIZE).mapToLong(i -> counts[i] + other.counts[i]).toArray());
  }

  /**
   * The time within which such a share of the requests was answered, in milliseconds. Between two
   * bounds it is as far as the share is among those counted there, as Prometheus does it
   * (histogram_quantile): true to the width between the bounds. The last bound stands for
   * everything beyond it: what is known is only that it took longer.
   *
   * @param share above 0, up to 1
   * @return 0 where there are no requests
   */
  double percentile(double share) {
    double wanted = share * Arrays.stream(counts).sum();
    long before = 0;
    for (int i = 0; i < BOUNDS.size(); i++) {
      if (counts[i] > 0 && before + counts[i] >= wanted) {
        int from = i == 0 ? 0 : BOUNDS.get(i - 1);
        return from + (BOUNDS.get(i) - from) * (wanted - before) / counts[i];
      }
      before += counts[i];
    }
    return wanted > 0 ? BOUNDS.get(BOUNDS.size() - 1) : 0;
  }

  List<Long> list() {
    return Arrays.stream(counts).boxed().toList();
  }
}
