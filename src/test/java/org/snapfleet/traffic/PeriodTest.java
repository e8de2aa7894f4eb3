package org.snapfleet.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodTest {
  private static final Instant NOW = Instant.parse("2026-11-28T04:53:16.123Z");

  @ParameterizedTest
  @CsvSource({
    "1, 10, 6, 04:52:20",
    "60, 10, 360, 03:53:20",
    "61, 20, 183, 03:52:20",
    "121, 30, 242, 02:52:30",
    "719, 120, 360, 16:54:00",
    "1440, 240, 360, 04:56:00"
  })
  void itHasNoMoreThan360WindowsAndTheLastIsRunning(
      int minutes, long seconds, int windows, String begin) {
    Period period = Period.last(minutes, NOW);

    assertThat(period.step()).isEqualTo(seconds * 1000);
    assertThat(period.windows()).isEqualTo(windows);
    assertThat(Instant.ofEpochMilli(period.from()).toString()).contains("T" + begin + "Z");
    assertThat(period.begin()).isEqualTo(period.from());
    long running = period.from() + (windows - 1) * period.step();
    assertThat(NOW.toEpochMilli() - running).isBetween(0L, period.step() - 1);
  }

  @Test
  void everyLengthStaysWithinTheBound() {
    for (int minutes = 1; minutes <= Period.MOST_MINUTES; minutes++) {
      Period period = Period.last(minutes, NOW);
      assertThat(period.windows()).isBetween(1, 360);
      assertThat(period.windows() * period.step())
          .isGreaterThanOrEqualTo(Duration.ofMinutes(minutes).toMillis());
    }
  }

  @Test
  void onlyTheLastWindowsOfItBeginWithThatOfTheTime() {
    Period hour = Period.last(60, NOW);
    Period last = hour.since(Instant.parse("2026-11-28T04:52:55Z"));

    assertThat(Instant.ofEpochMilli(last.from())).isEqualTo("2026-11-28T04:52:50Z");
    assertThat(last.begin()).isEqualTo(hour.begin());
    assertThat(hour.since(Instant.EPOCH)).isEqualTo(hour);
  }

  @Test
  void aWindowIsCompleteOnceItsCountsAreThere() {
    Period period = Period.last(60, NOW);
    long running = Instant.parse("2026-11-28T04:53:10Z").toEpochMilli();
    Duration writing = Duration.ofSeconds(3);

    assertThat(period.isComplete(running, Duration.ZERO)).isFalse();
    assertThat(period.isComplete(running - Window.LENGTH, writing)).isTrue();
    assertThat(period.isComplete(running - Window.LENGTH, Duration.ofSeconds(7))).isFalse();
  }
}
