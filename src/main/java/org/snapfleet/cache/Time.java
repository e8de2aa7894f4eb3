package org.snapfleet.cache;

import java.time.Clock;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.snapfleet.fleet.Pause;

/**
 * The two clocks, and waiting.
 *
 * @param nanoTime {@link System#nanoTime()}: spans of this machine
 * @param clock moments on which all instances agree
 */
record Time(LongSupplier nanoTime, Clock clock, Pause pause) {

  long now() {
    return nanoTime.getAsLong();
  }

  /** The common clock's milliseconds at a moment of this machine that has passed. */
  long millisAt(long nanos) {
    return clock.millis() - TimeUnit.NANOSECONDS.toMillis(now() - nanos) - 1;
  }

  /** How long ago a moment of the common clock was; negative where it is still to come. */
  long nanosSince(long millis) {
    return TimeUnit.MILLISECONDS.toNanos(clock.millis() - millis);
  }
}
