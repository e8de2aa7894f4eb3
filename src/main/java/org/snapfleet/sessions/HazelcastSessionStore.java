package org.snapfleet.sessions;

import com.hazelcast.core.HazelcastInstance;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import org.snapfleet.hazelcast.GridMap;
import org.snapfleet.hazelcast.GridUnavailableException;

/**
 * Keeps sessions in the data grid that the instances form themselves.
 *
 * <p>The member that owns a key decides on each change, and answers only when another holds a copy.
 * Where the grid splits and heals, an older state may win: {@link Revocations} know who signed out.
 */
final class HazelcastSessionStore implements SessionStore, AutoCloseable {
  /** The map's name; another configuration of it needs another name. */
  static final String MAP = "snapfleet-sessions";

  /** The record itself says when it dies. */
  private static final Duration SLACK = Duration.ofMinutes(1);

  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final GridMap map;
  private final Clock clock;

  private HazelcastSessionStore(GridMap map, Clock clock) {
    this.map = map;
    this.clock = clock;
  }

  static HazelcastSessionStore in(HazelcastInstance grid, Clock clock) {
    return in(grid, clock, PATIENCE);
  }

  static HazelcastSessionStore in(HazelcastInstance grid, Clock clock, Duration patience) {
    Duration longest = SessionRecord.ABSOLUTE_LIMIT.plus(SLACK);
    return new HazelcastSessionStore(GridMap.open(grid, MAP, longest, patience), clock);
  }

  @Override
  public void create(SessionKey key, SessionRecord session) {
    byte[] entry = SessionEntry.write(session);
    Optional<byte[]> there = asked(() -> map.putIfAbsent(key.hex(), entry, life(session)));
    // What is there may be the entry itself: its member died before it answered, and another goes
    // on.
    if (there.isPresent() && !Arrays.equals(there.get(), entry)) {
      throw new SessionsUnavailableException("a new session's key is taken", null);
    }
  }

  @Override
  public Optional<StoredSession> find(SessionKey key) {
    return asked(() -> map.get(key.hex())).flatMap(HazelcastSessionStore::read);
  }

  /** Only what can be written again byte by byte can be replaced. */
  private static Optional<StoredSession> read(byte[] entry) {
    return SessionEntry.read(entry)
        .filter(stored -> Arrays.equals(SessionEntry.write(stored), entry));
  }

  @Override
  public boolean replace(SessionKey key, StoredSession seen, SessionRecord next) {
    return asked(
        () ->
            map.replace(key.hex(), SessionEntry.write(seen), SessionEntry.write(next), life(next)));
  }

  private static <T> T asked(Supplier<T> question) {
    try {
      return question.get();
    } catch (GridUnavailableException e) {
      throw new SessionsUnavailableException(e.getMessage(), e);
    }
  }

  /** A span, not a moment: the members' clocks need not agree with ours. */
  private Duration life(SessionRecord session) {
    return Duration.between(clock.instant(), session.diesAt()).plus(SLACK);
  }

  @Override
  public void close() {
    map.close();
  }
}
