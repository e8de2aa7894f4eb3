package org.snapfleet.fleet;

import java.util.concurrent.TimeUnit;

/** Lets time pass. */
@FunctionalInterface
public interface Pause {

  /** Returns no sooner than after so many nanoseconds, whoever interrupts. */
  void nanos(long nanos);

  /** By waiting, also where interrupted: others rely on it that the time has passed. */
  static void real(long nanos) {
    boolean interrupted = false;
    long end = System.nanoTime() + nanos;
    for (long left = nanos; left > 0; left = end - System.nanoTime()) {
      try {
        TimeUnit.NANOSECONDS.sleep(left);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
