package org.snapfleet.sessions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.snapfleet.fleet.DatabaseClock;
import org.snapfleet.fleet.Pause;

/** The life of sessions: begun, used, ended. */
@ApplicationScoped
class Sessions {
  private static final Logger LOG = Logger.getLogger(Sessions.class.getName());

  private final SessionStore store;
  private final RecentSessions recent;
  private final Revocations revocations;
  private final Clock clock;

  /** Of sessions that the store does not know; what goes beyond is taken for made up. */
  private final SignOutBudget unknown =
      new SignOutBudget(100, Duration.ofSeconds(10), System::nanoTime);

  /** While the store is away: each of them waits for a while. */
  private final SignOutBudget outOfReach =
      new SignOutBudget(50, Duration.ofSeconds(1), System::nanoTime);

  @Inject
  Sessions(@Chosen SessionStore store, Revocations revocations, DatabaseClock clock) {
    this.store = store;
    this.recent = new RecentSessions(store, System::nanoTime);
    this.revocations = revocations;
    this.clock = clock;
  }

  /** For the client proxy. */
  protected Sessions() {
    this(null, null, null);
  }

  /** Begins a session under a new id, always: an id known before the sign-in is worth nothing. */
  SessionId start(Person person) {
    SessionId id = SessionId.random();
    Instant now = revocations.startFor(person.account());
    store.create(id.key(), SessionRecord.started(person, now));
    return id;
  }

  /** Who holds this id, if it is alive. */
  Optional<Person> find(SessionKey key) {
    Optional<StoredSession> seen = store.isShared() ? recent.find(key) : store.find(key);
    Optional<StoredSession> found = seen.filter(stored -> isAlive(key, stored));
    found.ifPresent(stored -> touch(key, stored));
    return found.map(stored -> stored.session().person());
  }

  private boolean isAlive(SessionKey key, StoredSession stored) {
    return stored.session().isAliveAt(clock.instant())
        && !revocations.isRevoked(key, stored.session());
  }

  /** If another change comes first, then that was the touch, or the end. */
  private void touch(SessionKey key, StoredSession seen) {
    Instant now = clock.instant();
    if (seen.session().needsTouchAt(now)) {
      try {
        store.replace(key, seen, seen.session().touched(now));
      } catch (SessionsUnavailableException e) {
        LOG.log(Level.FINE, "A session is touched at its next use: {0}", e.getMessage());
      }
      recent.forget(key);
    }
  }

  /** What became of a session that was to be ended. */
  private enum End {
    BURIED,
    UNKNOWN,
    OUT_OF_REACH
  }

  /**
   * Ends one session for good, on every instance, also while the store does not answer. Returns
   * when none has it in mind any more.
   */
  void end(SessionKey key) {
    revoke(key);
    if (store.isShared()) {
      Pause.real(RecentSessions.ALL_FORGOTTEN.toNanos());
    }
  }

  /** One that the store does not know may be on a node that is away just now. */
  private void revoke(SessionKey key) {
    switch (bury(key)) {
      case BURIED -> {
        revocations.revoke(key);
        if (!store.isEverywhere(key)) {
          awaitOtherInstances();
        }
      }
      case UNKNOWN -> {
        if (unknown.take()) {
          revocations.revoke(key);
        }
      }
      case OUT_OF_REACH -> {
        if (!outOfReach.take()) {
          throw new SessionsUnavailableException("too many sign-outs that no store confirms", null);
        }
        revocations.revoke(key);
        awaitOtherInstances();
      }
    }
  }

  /** Leaves a tombstone, if that can be done. */
  private End bury(SessionKey key) {
    try {
      Optional<StoredSession> seen = store.find(key);
      while (seen.isPresent()
          && !seen.get().session().ended()
          && !store.replace(key, seen.get(), seen.get().session().tombstone())) {
        seen = store.find(key);
      }
      return seen.isPresent() ? End.BURIED : End.UNKNOWN;
    } catch (SessionsUnavailableException e) {
      return End.OUT_OF_REACH;
    }
  }

  /** Ends all of a person's sessions, on every instance. */
  void endAll(UUID account) {
    revocations.revokeAll(account);
    awaitOtherInstances();
  }

  /** Without a tombstone the others learn of an end from its row: it is answered when they have. */
  private void awaitOtherInstances() {
    if (store.isShared()) {
      revocations.awaitOtherInstances();
    }
  }
}
