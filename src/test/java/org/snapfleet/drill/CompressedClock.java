package org.snapfleet.drill;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * AWS's time, faster than ours by a factor. While an instance boots or ends, a second is a second:
 * that takes here as long as there.
 */
final class CompressedClock {
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(10);

  private final double factor;
  private final BooleanSupplier isInRealTime;
  private Duration now = Duration.ZERO;
  private long lookedAt = System.nanoTime();

  CompressedClock(double factor, BooleanSupplier isInRealTime) {
    this.factor = factor;
    this.isInRealTime = isInRealTime;
  }

  synchronized Duration now() {
    long time = System.nanoTime();
    now = now.plusNanos((long) ((time - lookedAt) * speed()));
    lookedAt = time;
    return now;
  }

  private double speed() {
    return isInRealTime.getAsBoolean() ? 1 : factor;
  }

  /** How long so much of AWS's time takes here, at the speed of this moment. */
  Duration here(Duration time) {
    return Duration.ofNanos((long) (time.toNanos() / speed()));
  }

  void sleepUntil(Duration time) {
    while (now().compareTo(time) < 0) {
      LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
    }
  }
}
