package org.snapfleet.cache;

import java.util.function.LongSupplier;

/**
 * How often the database may be asked while the cache is away: a few times at once, then seldom.
 */
final class FlightBudget {
  static final int PER_SECOND = 4;
  static final int AT_ONCE = 4;
  private static final long NANOS_FOR_ONE = 1_000_000_000L / PER_SECOND;

  private final LongSupplier nanoTime;

  /** When the budget is whole again, if nobody flies until then. */
  private long wholeAt;

  FlightBudget(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    this.wholeAt = nanoTime.getAsLong();
  }

  /** Takes one flight off the budget, and tells how many nanoseconds it has to wait. */
  synchronized long take() {
    long now = nanoTime.getAsLong();
    wholeAt = (wholeAt - now > 0 ? wholeAt : now) + NANOS_FOR_ONE;
    return Math.max(0, wholeAt - now - AT_ONCE * NANOS_FOR_ONE);
  }
}
