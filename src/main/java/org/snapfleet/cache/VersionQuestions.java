package org.snapfleet.cache;

import java.util.Optional;

/**
 * Questions for the version, shared: those who come while one is under way take the next one
 * together, which is sent once the first is answered, and so after each of them came. Half as dear
 * as a question for each, where there are many.
 */
final class VersionQuestions {
  private final ListStore store;
  private Round underWay;
  private Round next;

  VersionQuestions(ListStore store) {
    this.store = store;
  }

  synchronized Asked<Optional<Version>> ask() {
    if (underWay == null) {
      underWay = new Round(null);
      underWay.asked = store.version();
      return underWay;
    }
    if (next == null) {
      next = new Round(underWay);
    }
    return next;
  }

  private synchronized void over(Round round) {
    if (underWay == round) {
      underWay = next;
      next = null;
      if (underWay != null) {
        underWay.asked = store.version();
        underWay.before = null; // in this order: who sees the one sees the other
      }
    }
  }

  /** One question, for all who came in time; each of them may wait for it, and send the next. */
  private final class Round implements Asked<Optional<Version>> {
    private volatile Asked<Optional<Version>> asked;
    private volatile Round before;

    Round(Round before) {
      this.before = before;
    }

    @Override
    public Optional<Version> answer() throws StoreFailedException {
      Round earlier = before;
      if (asked == null && earlier != null) {
        earlier.await();
      }
      try {
        return asked.answer();
      } finally {
        over(this);
      }
    }

    private void await() {
      try {
        asked.answer();
      } catch (StoreFailedException e) {
        // told to those whose question it was
      } finally {
        over(this);
      }
    }
  }
}
