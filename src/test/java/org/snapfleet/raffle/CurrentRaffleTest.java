package org.snapfleet.raffle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CurrentRaffleTest {
  private final AtomicLong now = new AtomicLong();
  private final AtomicInteger asked = new AtomicInteger();
  private final Hall hall = EntriesOnH2Test.onH2();
  private RuntimeException failure;

  private final CurrentRaffle current =
      new CurrentRaffle(
          new RaffleRows(hall.rows, Clock.systemUTC()) {
            @Override
            Optional<Raffle> latest() {
              asked.incrementAndGet();
              if (failure != null) {
                now.addAndGet(3_000_000_000L);
                throw failure;
              }
              return super.latest();
            }
          },
          now::get);

  @Test
  void aCrowdAsksTheDatabaseOnceASecond() {
    Raffle raffle = hall.open(Duration.ofHours(1), 1);
    for (int i = 0; i < 100; i++) {
      assertThat(current.get().orElseThrow().id()).isEqualTo(raffle.id());
    }
    assertThat(asked.get()).isEqualTo(1);

    now.addAndGet(1_000_000_001L);
    current.get();
    assertThat(asked.get()).isEqualTo(2);
    current.forget();
    current.get();
    assertThat(asked.get()).isEqualTo(3);
  }

  @Test
  void aFailureThatTookLongIsToldToThoseWhoWaitedForIt() {
    failure = new IllegalStateException("the database is away");
    for (int i = 0; i < 10; i++) {
      assertThatThrownBy(current::get).isSameAs(failure);
    }
    assertThat(asked.get()).isEqualTo(1);

    now.addAndGet(200_000_001L);
    failure = null;
    hall.open(Duration.ofHours(1), 1);
    assertThat(current.get()).isPresent();
  }

  @Test
  void pastItsTimeItIsClosedThoughNobodyHasClosedIt() throws Exception {
    hall.open(Duration.ofSeconds(2), 1);
    assertThat(current.get().orElseThrow().isOpen()).isTrue();
    Thread.sleep(2_050);
    assertThat(current.get().orElseThrow().state()).isEqualTo(RaffleState.CLOSED);
    assertThat(asked.get()).isEqualTo(1);
  }
}
