package org.snapfleet.raffle;

import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * The latest raffle, as of no more than a second ago, so that a crowd does not ask the database for
 * the same. What it does not know yet, the store of entries does: it refuses by itself. A database
 * that does not answer is asked by one at a time, and all who wait meanwhile are told.
 */
class CurrentRaffle {
  private static final long HOLDS = 1_000_000_000L;

  /** Someone who waits for the beginning tries often; and so long a failure holds. */
  private static final long CLOSED_HOLDS = 200_000_000L;

  private final RaffleRows raffles;
  private final LongSupplier nanoTime;
  private volatile Seen seen;

  private record Seen(Optional<Raffle> raffle, RuntimeException failure, long at) {
    Optional<Raffle> get() {
      if (failure != null) {
        throw failure;
      }
      return raffle;
    }
  }

  CurrentRaffle(RaffleRows raffles, LongSupplier nanoTime) {
    this.raffles = raffles;
    this.nanoTime = nanoTime;
  }

  Optional<Raffle> get() {
    Seen last = seen;
    if (last == null || isOld(last)) {
      last = read();
    }
    return last.get().map(raffles::atThisMoment);
  }

  /** It has just been changed here. */
  void forget() {
    seen = null;
  }

  private synchronized Seen read() {
    Seen last = seen;
    if (last == null || isOld(last)) {
      last = asked();
      seen = last;
    }
    return last;
  }

  /** As of the moment before; a failure as of that after it, as it may have taken long. */
  private Seen asked() {
    long at = nanoTime.getAsLong();
    try {
      return new Seen(raffles.latest(), null, at);
    } catch (RuntimeException e) {
      return new Seen(Optional.empty(), e, nanoTime.getAsLong());
    }
  }

  private boolean isOld(Seen last) {
    boolean open = last.raffle().filter(Raffle::isOpen).isPresent();
    return nanoTime.getAsLong() - last.at() > (open ? HOLDS : CLOSED_HOLDS);
  }
}
