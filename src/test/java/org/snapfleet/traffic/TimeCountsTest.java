package org.snapfleet.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeCountsTest {
  /** So many in the bucket of a bound; the index past all bounds is what took longer. */
  private static TimeCounts of(int bucket, long count) {
    long[] counts = new long[TimeCounts.SIZE];
    counts[bucket] = count;
    return TimeCounts.of(counts);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0.5, 0.5", // half of those up to 1 ms
    "0, 1, 1",
    "3, 0.5, 7.5", // between 5 and 10 ms
    "3, 1, 10",
    "12, 0.9, 9500", // between 5 and 10 s
    "13, 0.5, 10000" // all that is known is that they took longer
  })
  void aShareIsAsFarBetweenTwoBoundsAsAmongThoseCountedThere(
      int bucket, double share, double millis) {
    assertThat(of(bucket, 100).percentile(share)).isCloseTo(millis, within(1e-6));
  }

  @Test
  void aShareIsLookedForAmongAll() {
    TimeCounts most = of(1, 90).plus(of(6, 9)).plus(of(13, 1));

    assertThat(most.percentile(0.5)).isBetween(1.0, 2.0);
    assertThat(most.percentile(0.9)).isEqualTo(2);
    assertThat(most.percentile(0.95)).isBetween(50.0, 100.0);
    assertThat(most.percentile(0.99)).isEqualTo(100);
    assertThat(most.percentile(0.995)).isEqualTo(10_000);
  }

  @Test
  void sumsAreThoseOfTheParts() {
    TimeCounts sum = of(0, 3).plus(of(0, 4)).plus(of(13, 5));

    assertThat(sum.list()).hasSize(14).startsWith(7L, 0L).endsWith(0L, 5L);
    assertThat(TimeCounts.NONE.percentile(0.5)).isZero();
    assertThat(TimeCounts.NONE.plus(sum).list()).isEqualTo(sum.list());
  }

  @Test
  void theBoundsAreThoseOfTheTable() {
    assertThat(TimeCounts.BOUNDS)
        .containsExactly(1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000);
  }
}
