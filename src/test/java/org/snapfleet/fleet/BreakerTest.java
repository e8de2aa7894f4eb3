package org.snapfleet.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BreakerTest {
  private final AtomicLong now = new AtomicLong(Long.MAX_VALUE); // as nanoTime may well be
  private final Breaker breaker = new Breaker(now::get);

  @BeforeEach
  void failForAWhile() {
    for (int i = 1; i < 10 * Breaker.FAILURES; i++) {
      assertThat(breaker.letsThrough()).isTrue();
      assertThat(breaker.failed()).isFalse();
    }
    now.addAndGet(Breaker.HICCUP.toNanos());
    assertThat(breaker.letsThrough()).isTrue();
    assertThat(breaker.failed()).isTrue();
  }

  @Test
  void oldFailuresWithAnswersBetweenAreNoOutage() {
    breaker.succeeded();
    for (int i = 0; i < 10 * Breaker.FAILURES; i++) {
      assertThat(breaker.failed()).isFalse();
      assertThat(breaker.failed()).isFalse();
      now.addAndGet(Breaker.HICCUP.toNanos());
      assertThat(breaker.succeeded()).isFalse();
      assertThat(breaker.letsThrough()).isTrue();
    }
  }

  @Test
  void aFailingNodeIsLeftAloneAndThenTriedOnce() {
    assertThat(breaker.letsThrough()).isFalse();

    now.addAndGet(Breaker.PAUSE.toNanos());

    assertThat(breaker.letsThrough()).isTrue();
    assertThat(breaker.letsThrough()).isFalse();
  }

  @Test
  void anAnswerEndsThePause() {
    assertThat(breaker.succeeded()).isTrue();

    assertThat(breaker.letsThrough()).isTrue();
    assertThat(breaker.succeeded()).isFalse();
  }
}
