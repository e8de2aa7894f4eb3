package org.snapfleet.sessions;

import java.util.Optional;

/**
 * Where sessions are kept. Records whose {@link SessionRecord#diesAt()} has passed may be
 * forgotten. Every call throws {@link SessionsUnavailableException} where the store does not
 * answer.
 */
interface SessionStore {

  /** Whether other instances keep their sessions there too. */
  default boolean isShared() {
    return true;
  }

  /**
   * Whether every part of the store that keeps this session holds what was last written; if not, an
   * instance that reaches others of them may read what was before.
   */
  default boolean isEverywhere(SessionKey key) {
    return true;
  }

  /** Keeps a new session under a key that no other has. */
  void create(SessionKey key, SessionRecord session);

  /** The session, be it alive, run out or a tombstone. */
  Optional<StoredSession> find(SessionKey key);

  /**
   * Replaces the record if it is still as it was seen.
   *
   * @return false if another change came first; nothing is changed then
   */
  boolean replace(SessionKey key, StoredSession seen, SessionRecord next);
}
