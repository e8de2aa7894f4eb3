package org.snapfleet.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeBucketTest {

  @ParameterizedTest
  @ValueSource(longs = {2, 3, 10, 600, 601, 604_800})
  void everyLinkWorksForHalfALifetimeAtLeastAndForAWholeOneAtMost(long lifetime) {
    for (long now = 1_800_000_000; now < 1_800_000_000 + 3 * lifetime; now += lifetime / 7 + 1) {
      TimeBucket bucket = TimeBucket.at(Instant.ofEpochSecond(now), Duration.ofSeconds(lifetime));

      assertThat(bucket.expires() - now).isBetween(lifetime / 2, lifetime);
      assertThat(bucket.start()).isLessThanOrEqualTo(now);
    }
  }

  @Test
  void allMomentsOfABucketAreOne() {
    Duration lifetime = Duration.ofMinutes(10);
    TimeBucket bucket = TimeBucket.at(Instant.ofEpochSecond(1_800_000_000), lifetime);

    assertThat(bucket.start()).isEqualTo(1_800_000_000);
    assertThat(bucket.expires()).isEqualTo(1_800_000_600);
    assertThat(TimeBucket.at(Instant.ofEpochSecond(1_800_000_299, 999_999_999), lifetime))
        .isEqualTo(bucket);
    assertThat(TimeBucket.at(Instant.ofEpochSecond(1_800_000_300), lifetime).expires())
        .isEqualTo(1_800_000_900);
  }
}
