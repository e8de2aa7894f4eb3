package org.snapfleet.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackoffTest {

  private static Duration after(int failures, double random) {
    return Duration.ofNanos(new Backoff(() -> random).after(failures));
  }

  @Test
  void itDoublesUpToABound() {
    assertThat(after(1, 0)).isEqualTo(Backoff.FIRST);
    assertThat(after(2, 0)).isEqualTo(Backoff.FIRST.multipliedBy(2));
    assertThat(after(5, 0)).isEqualTo(Backoff.FIRST.multipliedBy(16));
    assertThat(after(7, 0)).isEqualTo(Backoff.LONGEST);
    assertThat(after(Integer.MAX_VALUE, 0)).isEqualTo(Backoff.LONGEST);
  }

  @Test
  void chanceTakesUpToHalfOfIt() {
    assertThat(after(3, 1)).isEqualTo(after(3, 0).dividedBy(2));
    assertThat(after(3, 0.5)).isBetween(after(3, 1), after(3, 0));
  }
}
