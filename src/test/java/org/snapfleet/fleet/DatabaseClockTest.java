package org.snapfleet.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class DatabaseClockTest {
  private static final Instant NOW = Instant.parse("2026-11-28T04:53:19.900Z");

  private static DatabaseClock on(Duration wrongBy) {
    Clock machine = Clock.fixed(NOW.plus(wrongBy), ZoneOffset.UTC);
    DatabaseClock clock = new DatabaseClock(null, machine);
    clock.correct(wrongBy.negated());
    return clock;
  }

  /** So that a request is in the same window, whichever of them it came to. */
  @Test
  void instancesWhoseClocksDifferByFiveSecondsTellTheSameTime() {
    DatabaseClock fast = on(Duration.ofSeconds(5));
    DatabaseClock slow = on(Duration.ofMillis(-200));

    assertThat(fast.instant()).isEqualTo(slow.instant()).isEqualTo(NOW);
    assertThat(fast.millis()).isEqualTo(slow.millis()).isEqualTo(NOW.toEpochMilli());
  }
}
