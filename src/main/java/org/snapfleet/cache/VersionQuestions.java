package org.snapfleet.cache;

import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Questions for the version, shared by all who come within {@link Life#OF_AN_ANSWER} after one was
 * sent: a busy instance asks a hundred times a second, however many readers it has. Writers wait
 * for that long, so that nobody who comes after them shares a question from before.
 */
final class VersionQuestions {
  private static final long LIFE = Life.OF_AN_ANSWER.toNanos();

  private final ListStore store;
  private final LongSupplier nanoTime;
  private volatile Round latest;

  VersionQuestions(ListStore store, LongSupplier nanoTime) {
    this.store = store;
    this.nanoTime = nanoTime;
  }

  /** One that was sent a moment ago, or a new one. */
  Asked<Optional<Version>> ask() {
    Round known = latest;
    return isShared(known) ? known : askOnce();
  }

  /** Of many who find that it is time for another, one sends it. */
  private synchronized Round askOnce() {
    return isShared(latest) ? latest : send();
  }

  /** A new one in any case. */
  synchronized Asked<Optional<Version>> askAnew() {
    return send();
  }

  private Round send() {
    long at = nanoTime.getAsLong(); // before it is sent
    latest = new Round(at, store.version());
    return latest;
  }

  private boolean isShared(Round round) {
    return round != null && nanoTime.getAsLong() - round.at < LIFE && !round.isInVain;
  }

  /** One question, for all who came in time; each of them may wait for it. */
  private static final class Round implements Asked<Optional<Version>> {
    private final long at;
    private final Asked<Optional<Version>> asked;
    private volatile Optional<Version> answer = Optional.empty();
    private volatile boolean isInVain;

    Round(long at, Asked<Optional<Version>> asked) {
      this.at = at;
      this.asked = asked;
    }

    @Override
    public Optional<Version> answer() throws StoreFailedException {
      if (answer.isPresent()) {
        return answer;
      }
      Optional<Version> seen = Optional.empty();
      try {
        seen = asked.answer();
        answer = seen;
        return seen;
      } finally {
        isInVain = seen.isEmpty();
      }
    }
  }
}
