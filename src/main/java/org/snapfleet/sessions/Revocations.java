package org.snapfleet.sessions;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.snapfleet.fleet.DatabaseClock;
import org.snapfleet.fleet.Pause;
import org.snapfleet.fleet.Repeating;
import org.snapfleet.fleet.SiteStart;
import org.snapfleet.fleet.StartOrder;

/**
 * What must stay dead, whatever a session store says: a copy that comes back (a lost node, a healed
 * split) finds its session revoked. Every instance reads the others' new rows each second.
 */
@ApplicationScoped
class Revocations {
  private static final Duration BETWEEN_READS = Duration.ofSeconds(1);

  /** Until all have read a new row: the pause between two reads, and a read. */
  private static final Duration TO_BE_READ = Duration.ofMillis(1500);

  /** Rows become visible at their commit, somewhat after the moment they carry. */
  private static final Duration COMMIT_SLACK = Duration.ofMinutes(1);

  private final Map<SessionKey, Instant> sessions = new ConcurrentHashMap<>();
  private final Map<UUID, Instant> accounts = new ConcurrentHashMap<>();
  private final RevocationRows rows;
  private final Repeating repeating;
  private final Clock clock;
  private volatile Instant readUpTo = Instant.EPOCH;

  @Inject
  Revocations(RevocationRows rows, Repeating repeating, DatabaseClock clock) {
    this.rows = rows;
    this.repeating = repeating;
    this.clock = clock;
  }

  /** For the client proxy. */
  protected Revocations() {
    this(null, null, null);
  }

  void start(@Observes @Priority(StartOrder.CONTENT) SiteStart event) {
    readNew();
    repeating.every(BETWEEN_READS, "Reading revoked sessions", this::readNew);
    repeating.every(Duration.ofMinutes(10), "Forgetting old revocations", this::forgetOld);
  }

  void revoke(SessionKey key) {
    add(rows.add(key, clock.instant()));
  }

  /** Revokes all of a person's sessions begun up to now. */
  void revokeAll(UUID account) {
    add(rows.add(account, clock.instant()));
  }

  /** Returns when every instance that is well has read what was revoked before this call. */
  void awaitOtherInstances() {
    Pause.real(TO_BE_READ.toNanos());
  }

  boolean isRevoked(SessionKey key, SessionRecord session) {
    Instant all = accounts.get(session.person().account());
    return sessions.containsKey(key) || (all != null && !session.startedAt().isAfter(all));
  }

  /** A moment at which a session of this person may begin and live. */
  Instant startFor(UUID account) {
    Instant now = clock.instant();
    Instant all = accounts.get(account);
    return all == null || now.isAfter(all) ? now : all.plusMillis(1);
  }

  private void readNew() {
    Instant from = readUpTo.minus(COMMIT_SLACK);
    Instant now = clock.instant();
    List<RevocationRow> found = rows.since(from.isBefore(Instant.EPOCH) ? Instant.EPOCH : from);
    found.forEach(this::add);
    readUpTo = now;
  }

  private void add(RevocationRow row) {
    Instant at = Instant.ofEpochMilli(row.revokedAt());
    if (row.session() != null) {
      sessions.put(new SessionKey(row.session()), Instant.ofEpochMilli(row.expiresAt()));
    }
    if (row.account() != null) {
      accounts.merge(row.account(), at, (a, b) -> a.isAfter(b) ? a : b);
    }
  }

  private void forgetOld() {
    Instant now = clock.instant();
    rows.forgetOld(now);
    sessions.values().removeIf(now::isAfter);
    accounts.values().removeIf(at -> now.isAfter(at.plus(SessionRecord.ABSOLUTE_LIMIT)));
  }
}
