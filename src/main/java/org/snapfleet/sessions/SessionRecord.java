package org.snapfleet.sessions;

import java.time.Duration;
import java.time.Instant;

/**
 * What is known of a session.
 *
 * @param touchedAt when it was last used, to the minute
 * @param ended signed out: a tombstone, kept as long as the session could have lived
 */
record SessionRecord(Person person, Instant startedAt, Instant touchedAt, boolean ended) {
  static final Duration IDLE_LIMIT = Duration.ofMinutes(30);
  static final Duration ABSOLUTE_LIMIT = Duration.ofHours(12);
  private static final Duration TOUCH_INTERVAL = Duration.ofMinutes(1);

  static SessionRecord started(Person person, Instant now) {
    return new SessionRecord(person, now, now, false);
  }

  boolean isAliveAt(Instant now) {
    return !ended && now.isBefore(diesAt());
  }

  /** From then on the record says nothing that its absence would not. */
  Instant diesAt() {
    Instant absolute = startedAt.plus(ABSOLUTE_LIMIT);
    Instant idle = touchedAt.plus(IDLE_LIMIT);
    return ended || absolute.isBefore(idle) ? absolute : idle;
  }

  boolean needsTouchAt(Instant now) {
    return !now.isBefore(touchedAt.plus(TOUCH_INTERVAL));
  }

  SessionRecord touched(Instant now) {
    return new SessionRecord(person, startedAt, now, ended);
  }

  SessionRecord tombstone() {
    return new SessionRecord(person, startedAt, touchedAt, true);
  }
}
