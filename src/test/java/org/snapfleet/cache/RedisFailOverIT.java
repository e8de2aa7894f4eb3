package org.snapfleet.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;

/** A master dies: readers go on, and nobody is shown a list that is older than lists may live. */
@Tag("redis")
@Timeout(90)
class RedisFailOverIT {
  /** What an entry lives, and by how much the clocks may differ. */
  private static final Duration BOUND = Life.OF_AN_ENTRY.plus(Life.SLACK);

  @Test
  void readersGoOnAndAreRightAgainAfterAFailOver(TestReporter report) {
    FailOver seen = FailOver.ofRedis();

    report.publishEntry("a fail-over of Redis", seen.toString());
    assertThat(seen.missed()).isLessThan(seen.reads() / 10);
    assertThat(seen.oldest()).isLessThan(BOUND);
    assertThat(seen.hits()).isPositive();
  }
}
