package org.snapfleet.sessions;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How many sign-outs that no store confirms are noted: a store that lost sight of a part of itself
 * may find the sessions again, but anyone can make such ids up and fill the memory of all instances
 * with them.
 */
final class SignOutBudget {
  private final int atOnce;
  private final Duration each;
  private final LongSupplier nanoTime;
  private double left;
  private long countedAt;

  /**
   * @param each the time after which one more may follow
   * @param nanoTime {@link System#nanoTime()}
   */
  SignOutBudget(int atOnce, Duration each, LongSupplier nanoTime) {
    this.atOnce = atOnce;
    this.each = each;
    this.nanoTime = nanoTime;
    this.left = atOnce;
    this.countedAt = nanoTime.getAsLong();
  }

  /** Whether one more may be noted; if so, it counts. */
  synchronized boolean take() {
    long now = nanoTime.getAsLong();
    left = Math.min(atOnce, left + (double) (now - countedAt) / each.toNanos());
    countedAt = now;
    if (left < 1) {
      return false;
    }
    left--;
    return true;
  }
}
