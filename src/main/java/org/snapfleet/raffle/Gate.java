package org.snapfleet.raffle;

import java.util.function.BooleanSupplier;

/**
 * Tells whether a raffle was open at some moment after the question. One look at the database
 * answers all who asked before it began, so that a crowd costs one look at a time; where it fails,
 * it fails for all of them, so that nobody waits for one failure after the other.
 */
final class Gate {
  private final BooleanSupplier look;
  private long begun;
  private long ended;
  private boolean looking;
  private Outcome last = new Outcome(false, null);

  /** What a look saw, or why it saw nothing. */
  private record Outcome(boolean open, RuntimeException failure) {
    boolean get() {
      if (failure != null) {
        throw failure;
      }
      return open;
    }
  }

  /**
   * @param look asks the database, with what is committed at that moment
   */
  Gate(BooleanSupplier look) {
    this.look = look;
  }

  /** Waits for a look that begins after this call; fails where the database does not answer. */
  boolean isStillOpen() {
    synchronized (this) {
      long wanted = begun + 1; // the one under way began before
      await(wanted);
      if (ended >= wanted) {
        return last.get();
      }
      looking = true;
      begun++;
    }
    return looked().get();
  }

  private Outcome looked() {
    Outcome outcome = outcome();
    synchronized (this) {
      looking = false;
      ended = begun;
      last = outcome;
      notifyAll();
    }
    return outcome;
  }

  private Outcome outcome() {
    try {
      return new Outcome(look.getAsBoolean(), null);
    } catch (RuntimeException e) {
      return new Outcome(false, e);
    }
  }

  /** Until that look has ended, or none is under way. */
  private synchronized void await(long wanted) {
    try {
      while (looking && ended < wanted) {
        wait();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("this instance is stopping", e);
    }
  }
}
