package org.snapfleet.sessions;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * One node's copy of a session, and the order of all states a session can be in: a tombstone is
 * above everything else, otherwise the higher revision is. Nodes are only ever lifted in that
 * order, so that copies which went separate ways end at the same state, and a sign-out is final.
 *
 * @param revision how many changes there were in the upper half; random bits in the lower one, so
 *     that two changes of the same state are told apart and ordered alike by all
 */
record SessionCopy(SessionRecord session, long revision) {
  private static final byte VERSION = 1;
  private static final int HEAD = 1 + Long.BYTES;

  static SessionCopy first(SessionRecord session) {
    return new SessionCopy(session, numbered(1));
  }

  static SessionCopy after(StoredSession seen, SessionRecord next) {
    return new SessionCopy(next, numbered((seen.version() >>> Integer.SIZE) + 1));
  }

  private static long numbered(long changes) {
    return changes << Integer.SIZE | Integer.toUnsignedLong(ThreadLocalRandom.current().nextInt());
  }

  boolean isAbove(SessionCopy other) {
    return session.ended() == other.session.ended() ? revision > other.revision : session.ended();
  }

  StoredSession stored() {
    return new StoredSession(session, revision);
  }

  byte[] bytes() {
    byte[] content = SessionFormat.write(session);
    return ByteBuffer.allocate(HEAD + content.length)
        .put(VERSION)
        .putLong(revision)
        .put(content)
        .array();
  }

  /** What another version wrote, or nobody of ours, reads as nothing. */
  static Optional<SessionCopy> read(byte[] bytes) {
    if (bytes.length < HEAD || bytes[0] != VERSION) {
      return Optional.empty();
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes, 1, bytes.length - 1);
    long revision = buffer.getLong();
    byte[] content = new byte[buffer.remaining()];
    buffer.get(content);
    return SessionFormat.read(content).map(session -> new SessionCopy(session, revision));
  }
}
