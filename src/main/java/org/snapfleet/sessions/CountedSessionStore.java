package org.snapfleet.sessions;

import java.util.Optional;

/** A store whose calls are counted. */
record CountedSessionStore(SessionStore store, SessionMetrics metrics) implements SessionStore {

  @Override
  public boolean isShared() {
    return store.isShared();
  }

  @Override
  public boolean isEverywhere(SessionKey key) {
    return metrics.counted(() -> store.isEverywhere(key));
  }

  @Override
  public void create(SessionKey key, SessionRecord session) {
    metrics.counted(
        () -> {
          store.create(key, session);
          return null;
        });
  }

  @Override
  public Optional<StoredSession> find(SessionKey key) {
    return metrics.counted(() -> store.find(key));
  }

  @Override
  public boolean replace(SessionKey key, StoredSession seen, SessionRecord next) {
    return metrics.counted(() -> store.replace(key, seen, next));
  }
}
