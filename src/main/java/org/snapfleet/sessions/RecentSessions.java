package org.snapfleet.sessions;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.LongSupplier;

/**
 * What the store was asked a moment ago: a browser asks for all parts of a page at once, and its
 * session is looked up once for them.
 *
 * <p>Nobody who is told that a session has ended meets it again: its end is acknowledged {@link
 * #ALL_FORGOTTEN} after the tombstone is in the store, so whoever comes later shares no question
 * from before it, by spans of their own clock alone. {@link Revocations} and the limits of time are
 * looked at by each who shares.
 */
final class RecentSessions {
  /** For how long after it was sent a question is shared. */
  private static final Duration SHARED = Duration.ofMillis(10);

  /** After which no instance shares a question any more. */
  static final Duration ALL_FORGOTTEN = SHARED.plusMillis(5);

  private static final long LIFE = SHARED.toNanos();

  /** More sessions than are in use within that time; two of one place only share less. */
  private static final int PLACES = 1024;

  private final AtomicReferenceArray<Look> looks = new AtomicReferenceArray<>(PLACES);
  private final SessionStore store;
  private final LongSupplier nanoTime;

  RecentSessions(SessionStore store, LongSupplier nanoTime) {
    this.store = store;
    this.nanoTime = nanoTime;
  }

  /** As the store has it, or had a moment ago. */
  Optional<StoredSession> find(SessionKey key) {
    int place = place(key);
    Look known = looks.get(place);
    if (known != null && known.key.equals(key) && nanoTime.getAsLong() - known.at < LIFE) {
      Optional<StoredSession> shared = known.answer();
      return shared.isPresent() ? shared : store.find(key);
    }
    Look mine = new Look(key, nanoTime.getAsLong());
    looks.set(place, mine);
    return mine.ask(store);
  }

  /** The next one asks the store. */
  void forget(SessionKey key) {
    looks.set(place(key), null);
  }

  private static int place(SessionKey key) {
    return Math.floorMod(key.hashCode(), PLACES);
  }

  /** One question, for all who come in time; those may have to wait for its answer. */
  private static final class Look {
    private final SessionKey key;
    private final long at;
    private final CompletableFuture<Optional<StoredSession>> answer = new CompletableFuture<>();

    /**
     * @param at before it is sent
     */
    Look(SessionKey key, long at) {
      this.key = key;
      this.at = at;
    }

    Optional<StoredSession> ask(SessionStore store) {
      Optional<StoredSession> found = Optional.empty();
      try {
        found = store.find(key);
        return found;
      } finally {
        answer.complete(found);
      }
    }

    /** Nothing where it was in vain: then everyone asks for themselves. */
    Optional<StoredSession> answer() {
      return answer.join();
    }
  }
}
