package org.snapfleet.site;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Waits for a condition: as long as it takes, up to a bound that only a failure reaches. */
public final class Await {
  private static final Duration PAUSE = Duration.ofMillis(20);

  private Await() {}

  /** A condition that may not be decidable yet, which counts as not met. */
  @FunctionalInterface
  public interface Condition {
    boolean met() throws Exception;
  }

  /**
   * Returns when the condition is met.
   *
   * @param what the condition in words, for the failure
   */
  public static void until(String what, Duration bound, Condition condition) {
    long end = System.nanoTime() + bound.toNanos();
    Exception last = null;
    while (System.nanoTime() < end) {
      try {
        if (condition.met()) {
          return;
        }
      } catch (Exception e) {
        last = e;
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
    throw new AssertionError("Not within %s: %s".formatted(bound, what), last);
  }
}
