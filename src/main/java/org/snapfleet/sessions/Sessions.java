package org.snapfleet.sessions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.snapfleet.fleet.DatabaseClock;

/** The life of sessions: begun, used, ended. */
@ApplicationScoped
class Sessions {
  private final SessionStore store;
  private final Revocations revocations;
  private final Clock clock;

  @Inject
  Sessions(@Chosen SessionStore store, Revocations revocations, DatabaseClock clock) {
    this.store = store;
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
    Optional<StoredSession> found = store.find(key).filter(stored -> isAlive(key, stored));
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
      store.replace(key, seen, seen.session().touched(now));
    }
  }

  /** Ends one session for good, on every instance, also while the store does not answer. */
  void end(SessionKey key) {
    if (buried(key)) {
      revocations.revoke(key);
    }
  }

  /** Leaves a tombstone; false where there is no such session to be ended. */
  private boolean buried(SessionKey key) {
    try {
      Optional<StoredSession> seen = store.find(key);
      while (seen.isPresent()
          && !seen.get().session().ended()
          && !store.replace(key, seen.get(), seen.get().session().tombstone())) {
        seen = store.find(key);
      }
      return seen.isPresent();
    } catch (SessionsUnavailableException e) {
      return true;
    }
  }

  /** Ends all of a person's sessions, on every instance. */
  void endAll(UUID account) {
    revocations.revokeAll(account);
  }
}
