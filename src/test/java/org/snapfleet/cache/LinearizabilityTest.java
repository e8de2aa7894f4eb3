package org.snapfleet.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.snapfleet.cache.FakeStore.Mood;
import org.snapfleet.fleet.Pause;

/**
 * A store that is away, deaf and emptied at random: no reader misses a change that was acknowledged
 * before it began. Time goes faster here, for all alike.
 */
@Timeout(60)
class LinearizabilityTest {
  private static final int HASTE = 40;
  private static final int INSTANCES = 4;
  private static final Duration SPAN = Duration.ofSeconds(4);

  private final FakeStore store = new FakeStore();

  /** The instances' clocks differ by up to 300 ms. */
  private static Time time(int instance) {
    Duration off = Duration.ofMillis(instance * 100L - 150);
    InstantSource source = () -> Instant.EPOCH.plusNanos(System.nanoTime() * HASTE).plus(off);
    Clock clock = source.withZone(ZoneOffset.UTC);
    return new Time(() -> System.nanoTime() * HASTE, clock, nanos -> Pause.real(nanos / HASTE + 1));
  }

  @Test
  void noReadMissesAnAcknowledgedChange() throws Exception {
    try (Crowd crowd = new Crowd(20_250_714)) {
      for (int i = 0; i < INSTANCES; i++) {
        crowd.add(store, time(i));
      }
      crowd.during(this::trouble);

      crowd.assertNothingWasMissed();
      assertThat(crowd.tally.errors).hasPositiveValue();
    }
  }

  private void trouble(Random random) {
    long end = System.nanoTime() + SPAN.toNanos();
    while (System.nanoTime() - end < 0) {
      switch (random.nextInt(6)) {
        case 0 -> store.is(Mood.AWAY);
        case 1 -> store.is(Mood.DEAF);
        case 2 -> store.forgetAll();
        default -> store.is(Mood.WELL);
      }
      if (random.nextBoolean()) {
        store.endLeases();
      }
      Crowd.rest(random.nextInt(120_000_000));
    }
    store.is(Mood.WELL);
  }
}
