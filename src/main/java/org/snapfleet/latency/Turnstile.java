package org.snapfleet.latency;

import java.util.ArrayDeque;
import java.util.Queue;

/** Lets some in at once; the others wait, in the order in which they came, and hold no thread. */
final class Turnstile {
  private final int most;
  private final Queue<Runnable> waiting = new ArrayDeque<>();
  private int inside;

  Turnstile(int most) {
    this.most = most;
  }

  /**
   * Comes now or later.
   *
   * @param entry begins what is done inside, and does not wait for its end
   */
  void enter(Runnable entry) {
    synchronized (this) {
      waiting.add(entry);
    }
    letIn();
  }

  /** One that was inside is out. */
  void left() {
    synchronized (this) {
      inside--;
    }
    letIn();
  }

  private void letIn() {
    for (Runnable next = next(); next != null; next = next()) {
      next.run();
    }
  }

  private synchronized Runnable next() {
    if (inside == most || waiting.isEmpty()) {
      return null;
    }
    inside++;
    return waiting.remove();
  }
}
