package org.snapfleet.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SignOutBudgetTest {
  private static final int AT_ONCE = 100;
  private static final Duration EACH = Duration.ofSeconds(10);

  private final AtomicLong now = new AtomicLong(Long.MAX_VALUE); // as nanoTime may well be
  private final SignOutBudget budget = new SignOutBudget(AT_ONCE, EACH, now::get);

  @Test
  void someAreNotedAtOnceAndThenOneEachWhile() {
    assertThat(noted(1000)).isEqualTo(AT_ONCE);

    now.addAndGet(EACH.toNanos() / 2);
    assertThat(noted(10)).isZero();
    now.addAndGet(EACH.toNanos() / 2);
    assertThat(noted(10)).isEqualTo(1);
  }

  @Test
  void aQuietTimeDoesNotAddUpWithoutEnd() {
    noted(1000);

    now.addAndGet(EACH.toNanos() * 10_000);

    assertThat(noted(1000)).isEqualTo(AT_ONCE);
  }

  private int noted(int tries) {
    int noted = 0;
    for (int i = 0; i < tries; i++) {
      noted += budget.take() ? 1 : 0;
    }
    return noted;
  }
}
