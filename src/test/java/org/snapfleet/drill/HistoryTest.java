package org.snapfleet.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The judge of flapping. */
class HistoryTest {

  private static History of(int... sizes) {
    History history = new History();
    for (int i = 1; i < sizes.length; i++) {
      history.add(new Change(Duration.ofMinutes(i), sizes[i - 1], sizes[i], 1));
    }
    return history;
  }

  @Test
  void upAndDownIsOneTurn() {
    assertThat(of(2, 3, 4, 3, 2).turns()).isEqualTo(1);
    assertThat(of(2, 4, 2).turns()).isEqualTo(1);
  }

  @Test
  void backAndForthIsMore() {
    assertThat(of(2, 3, 2, 3, 2).turns()).isEqualTo(3);
    assertThat(of(2, 3, 4, 3, 4, 3, 2).turns()).isEqualTo(3);
  }

  @Test
  void growingAloneIsNone() {
    assertThat(of(2, 3, 4).turns()).isZero();
    assertThat(of(2).turns()).isZero();
    assertThat(of(2).hasGrown()).isFalse();
  }
}
