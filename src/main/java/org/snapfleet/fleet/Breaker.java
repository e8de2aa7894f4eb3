package org.snapfleet.fleet;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Leaves a server alone that has failed a few times in a row and for a while; then one request
 * after the other tries. The while keeps a hiccup that many requests meet at once, such as a pause
 * of this process, from being taken for an outage.
 */
public final class Breaker {
  /** Failures in a row before which no bad times begin. */
  static final int FAILURES = 3;

  static final Duration PAUSE = Duration.ofSeconds(1);
  static final Duration HICCUP = Duration.ofMillis(300);

  private final LongSupplier nanoTime;
  private int failures;
  private long firstAt;
  private long triedAt;
  private boolean open;

  /**
   * Begins in good times.
   *
   * @param nanoTime {@link System#nanoTime()}
   */
  public Breaker(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /** Whether to ask now; in bad times that is so once a pause. */
  public synchronized boolean letsThrough() {
    if (!open) {
      return true;
    }
    long now = nanoTime.getAsLong();
    if (now - triedAt < PAUSE.toNanos()) {
      return false;
    }
    triedAt = now;
    return true;
  }

  /** Notes an answer; true where bad times end. */
  public synchronized boolean succeeded() {
    boolean wasBad = open;
    failures = 0;
    open = false;
    return wasBad;
  }

  /** Notes that no answer came; true where bad times begin with that. */
  public synchronized boolean failed() {
    long now = nanoTime.getAsLong();
    triedAt = now;
    if (failures++ == 0) {
      firstAt = now;
    }
    boolean wasOpen = open;
    open = open || (failures >= FAILURES && now - firstAt >= HICCUP.toNanos());
    return open && !wasOpen;
  }

  /** Whether these are bad times. */
  public synchronized boolean isOpen() {
    return open;
  }
}
