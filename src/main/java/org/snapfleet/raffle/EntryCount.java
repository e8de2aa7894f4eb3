package org.snapfleet.raffle;

import java.util.function.LongSupplier;

/**
 * How many take part, for all who look: counted once a second at most, and not at all where nobody
 * looks.
 */
class EntryCount {
  private static final long HOLDS = 1_000_000_000L;

  private final EntryStore entries;
  private final LongSupplier nanoTime;
  private volatile Counted counted;

  private record Counted(RaffleId raffle, long entries, long at) {}

  EntryCount(EntryStore entries, LongSupplier nanoTime) {
    this.entries = entries;
    this.nanoTime = nanoTime;
  }

  long of(RaffleId raffle) {
    Counted last = counted;
    return isGood(last, raffle) ? last.entries() : count(raffle);
  }

  private synchronized long count(RaffleId raffle) {
    Counted last = counted;
    if (!isGood(last, raffle)) {
      long at = nanoTime.getAsLong();
      last = new Counted(raffle, entries.count(raffle), at);
      counted = last;
    }
    return last.entries();
  }

  private boolean isGood(Counted last, RaffleId raffle) {
    return last != null && last.raffle().equals(raffle) && nanoTime.getAsLong() - last.at() < HOLDS;
  }
}
