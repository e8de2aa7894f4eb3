package org.snapfleet.photos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SweepTest {
  private final AtomicInteger tried = new AtomicInteger();

  /** The visitor is told why the upload failed, not why its bytes are not removed yet. */
  @Test
  void aSweepThatFailsIsLeftToALaterRound() {
    Sweep sweep = new Sweep(new FailingStrays(), null, null);

    sweep.now(UUID.randomUUID());
    sweep.twice(UUID.randomUUID());

    assertThat(tried).hasValue(2);
  }

  private final class FailingStrays extends Strays {
    @Override
    void sweep(UUID id) {
      tried.incrementAndGet();
      throw new IllegalStateException("as told");
    }

    @Override
    void sweepTwice(UUID id) {
      sweep(id);
    }
  }
}
