package org.snapfleet.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TimeBucketsTest {
  private final TimeBuckets buckets = new TimeBuckets();

  private void add(Duration... times) {
    for (Duration time : times) {
      buckets.add(time.toNanos());
    }
  }

  private long upTo(String bound) {
    return IntStream.range(0, TimeBuckets.size())
        .filter(i -> TimeBuckets.bound(i).equals(bound))
        .mapToLong(buckets::upTo)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void eachBucketCountsWhatTookNoLonger() {
    add(Duration.ZERO, Duration.ofMillis(5), Duration.ofNanos(5_000_001), Duration.ofMillis(1000));

    assertThat(upTo("0.005")).isEqualTo(2);
    assertThat(upTo("0.02")).isEqualTo(3);
    assertThat(upTo("0.5")).isEqualTo(3);
    assertThat(upTo("1.0")).isEqualTo(4);
    assertThat(upTo("+Inf")).isEqualTo(4);
  }

  @Test
  void whatTookLongestIsInTheLastAlone() {
    add(Duration.ofMinutes(1), Duration.ofSeconds(2));

    assertThat(upTo("10.0")).isEqualTo(1);
    assertThat(upTo("+Inf")).isEqualTo(buckets.count()).isEqualTo(2);
    assertThat(buckets.seconds()).isEqualTo(62);
  }
}
