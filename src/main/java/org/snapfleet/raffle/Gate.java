package org.snapfleet.raffle;

import java.util.function.BooleanSupplier;

/**
 * Tells whether a raffle was open at some moment after the question. One look at the database
 * answers all who asked before it began, so that a crowd costs one look at a time.
 */
final class Gate {
  private final BooleanSupplier look;
  private long begun;
  private long ended;
  private boolean looking;
  private boolean open;

  /**
   * @param look asks the database, with what is committed at that moment
   */
  Gate(BooleanSupplier look) {
    this.look = look;
  }

  /** Waits for a look that begins after this call; fails where the database does not answer. */
  boolean isStillOpen() {
    long wanted;
    synchronized (this) {
      wanted = begun + 1; // the one under way began before
      while (looking && ended < wanted) {
        await();
      }
      if (ended >= wanted) {
        return open;
      }
      looking = true;
      begun++;
    }
    return looked();
  }

  private boolean looked() {
    boolean found = false;
    boolean answered = false;
    try {
      found = look.getAsBoolean();
      answered = true;
      return found;
    } finally {
      synchronized (this) {
        looking = false;
        if (answered) {
          open = found;
          ended = begun;
        }
        notifyAll(); // where it did not answer, the next in line looks again
      }
    }
  }

  private void await() {
    try {
      wait();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("this instance is stopping", e);
    }
  }
}
