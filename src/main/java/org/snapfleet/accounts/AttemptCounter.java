package org.snapfleet.accounts;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.snapfleet.fleet.DatabaseClock;
import org.snapfleet.fleet.Ids;
import org.snapfleet.fleet.Repeating;
import org.snapfleet.fleet.SiteStart;
import org.snapfleet.fleet.StartOrder;

/**
 * Counts attempts in the database, for all instances together. An attempt is written before it is
 * counted, so that many at once cannot all pass.
 */
@ApplicationScoped
class AttemptCounter {
  static final Duration WINDOW = Duration.ofMinutes(15);

  @PersistenceContext private EntityManager entities;

  private final Ids ids;
  private final DatabaseClock clock;

  @Inject
  AttemptCounter(Ids ids, DatabaseClock clock) {
    this.ids = ids;
    this.clock = clock;
  }

  /** For the client proxy. */
  protected AttemptCounter() {
    this(null, null);
  }

  void start(
      @Observes @Priority(StartOrder.CONTENT) SiteStart event,
      Repeating repeating,
      AttemptCounter self) {
    repeating.every(WINDOW, "Forgetting old sign-in attempts", self::forgetOld);
  }

  @Transactional(TxType.REQUIRES_NEW)
  UUID write(byte[] bucket) {
    UUID id = ids.next();
    entities.persist(new AttemptRow(id, bucket, clock.instant()));
    return id;
  }

  @Transactional(TxType.REQUIRES_NEW)
  long count(byte[] bucket) {
    return entities
        .createQuery(
            "SELECT COUNT(a) FROM AttemptRow a WHERE a.bucket = :bucket AND a.madeAt > :from",
            Long.class)
        .setParameter("bucket", bucket)
        .setParameter("from", windowStart())
        .getSingleResult();
  }

  @Transactional(TxType.REQUIRES_NEW)
  void takeBack(UUID id) {
    entities
        .createQuery("DELETE FROM AttemptRow a WHERE a.id = :id")
        .setParameter("id", id)
        .executeUpdate();
  }

  @Transactional(TxType.REQUIRES_NEW)
  void forgetOld() {
    entities
        .createQuery("DELETE FROM AttemptRow a WHERE a.madeAt <= :from")
        .setParameter("from", windowStart())
        .executeUpdate();
  }

  private long windowStart() {
    Instant now = clock.instant();
    return now.minus(WINDOW).toEpochMilli();
  }
}
