package org.snapfleet.raffle;

import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * The latest raffle, as of no more than a second ago, so that a crowd does not ask the database for
 * the same. What it does not know yet, the store of entries does: it refuses by itself.
 */
class CurrentRaffle {
  private static final long HOLDS = 1_000_000_000L;

  /** Someone who waits for the beginning tries often. */
  private static final long CLOSED_HOLDS = 200_000_000L;

  private final RaffleRows raffles;
  private final LongSupplier nanoTime;
  private volatile Seen seen;

  private record Seen(Optional<Raffle> raffle, long at) {}

  CurrentRaffle(RaffleRows raffles, LongSupplier nanoTime) {
    this.raffles = raffles;
    this.nanoTime = nanoTime;
  }

  Optional<Raffle> get() {
    Seen last = seen;
    if (last == null || isOld(last)) {
      last = read();
    }
    return last.raffle().map(raffles::atThisMoment);
  }

  /** It has just been changed here. */
  void forget() {
    seen = null;
  }

  private synchronized Seen read() {
    Seen last = seen;
    if (last == null || isOld(last)) {
      long at = nanoTime.getAsLong();
      last = new Seen(raffles.latest(), at);
      seen = last;
    }
    return last;
  }

  private boolean isOld(Seen last) {
    boolean open = last.raffle().filter(Raffle::isOpen).isPresent();
    return nanoTime.getAsLong() - last.at() > (open ? HOLDS : CLOSED_HOLDS);
  }
}
