package org.snapfleet.sessions;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * What a store without revisions of its own keeps of a session: eight bytes of revision, then the
 * record's.
 */
final class SessionEntry {

  private SessionEntry() {}

  /**
   * The record under a revision of its own. It is drawn, not counted: where a fail-over loses a
   * change, the next one would count to the number that someone has seen already.
   */
  static byte[] write(SessionRecord session) {
    return write(new StoredSession(session, ThreadLocalRandom.current().nextLong()));
  }

  /** The very bytes that were read. */
  static byte[] write(StoredSession seen) {
    byte[] content = SessionFormat.write(seen.session());
    return ByteBuffer.allocate(Long.BYTES + content.length)
        .putLong(seen.version())
        .put(content)
        .array();
  }

  /** The entry's session; nothing where another version of the site wrote it. */
  static Optional<StoredSession> read(byte[] entry) {
    if (entry.length < Long.BYTES) {
      return Optional.empty();
    }
    long revision = ByteBuffer.wrap(entry).getLong();
    return SessionFormat.read(Arrays.copyOfRange(entry, Long.BYTES, entry.length))
        .map(session -> new StoredSession(session, revision));
  }

  /** The revision as the entry begins with it. */
  static byte[] revision(StoredSession seen) {
    return ByteBuffer.allocate(Long.BYTES).putLong(seen.version()).array();
  }
}
