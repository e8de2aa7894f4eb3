package org.snapfleet.sessions;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Keeps sessions in this process: for one instance, until it stops. */
final class MemorySessionStore implements SessionStore {
  private final ConcurrentMap<SessionKey, StoredSession> sessions = new ConcurrentHashMap<>();
  private final Clock clock;

  MemorySessionStore(Clock clock) {
    this.clock = clock;
  }

  @Override
  public boolean isShared() {
    return false;
  }

  @Override
  public void create(SessionKey key, SessionRecord session) {
    sessions.put(key, new StoredSession(session, 0));
  }

  @Override
  public Optional<StoredSession> find(SessionKey key) {
    return Optional.ofNullable(sessions.get(key));
  }

  @Override
  public boolean replace(SessionKey key, StoredSession seen, SessionRecord next) {
    return sessions.replace(key, seen, new StoredSession(next, seen.version() + 1));
  }

  void forgetDead() {
    Instant now = clock.instant();
    sessions.values().removeIf(stored -> !now.isBefore(stored.session().diesAt()));
  }
}
