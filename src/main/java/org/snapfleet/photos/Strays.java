package org.snapfleet.photos;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.snapfleet.fleet.DatabaseClock;
import org.snapfleet.fleet.Ids;
import org.snapfleet.fleet.Reasons;
import org.snapfleet.storage.Invalidation;
import org.snapfleet.storage.ObjectKey;
import org.snapfleet.storage.PhotoStore;
import org.snapfleet.storage.PhotoStores;

/** Writes down which bytes may be strays, and removes those that are. */
@ApplicationScoped
class Strays {
  private static final Logger LOG = Logger.getLogger(Strays.class.getName());

  /** No upload takes this long. */
  private static final Duration PATIENCE = Duration.ofHours(24);

  private static final Duration BETWEEN_TRIES = Duration.ofMinutes(10);

  @PersistenceContext private EntityManager entities;

  private final Ids ids;
  private final DatabaseClock clock;
  private final PhotoStores stores;
  private final Invalidation edges;

  @Inject
  Strays(Ids ids, DatabaseClock clock, PhotoStores stores, Invalidation edges) {
    this.ids = ids;
    this.clock = clock;
    this.stores = stores;
    this.edges = edges;
  }

  /** For the client proxy. */
  protected Strays() {
    this(null, null, null, null);
  }

  /** An upload's intent, committed before its bytes are stored. */
  @Transactional(TxType.REQUIRES_NEW)
  UUID intend(StoredRenditions renditions) {
    Instant due = clock.instant().plus(PATIENCE);
    return persisted(new Stray(ids.next(), renditions.store(), renditions.keys(), due));
  }

  /** A removed photo's bytes, in the transaction that removes its row. */
  @Transactional(TxType.MANDATORY)
  UUID abandon(Photo photo) {
    return persisted(new Stray(ids.next(), photo.store(), photo.keys(), clock.instant()));
  }

  private UUID persisted(Stray stray) {
    entities.persist(stray);
    return stray.id();
  }

  /**
   * A photo names the bytes from now on, in the transaction that writes its row.
   *
   * @return false where the sweep came first; the row must not be written then
   */
  @Transactional(TxType.MANDATORY)
  boolean claim(UUID id) {
    return entities
            .createQuery("DELETE FROM Stray s WHERE s.id = :id")
            .setParameter("id", id)
            .executeUpdate()
        == 1;
  }

  @Transactional(TxType.REQUIRES_NEW)
  List<UUID> due() {
    return entities
        .createQuery("SELECT s.id FROM Stray s WHERE s.dueAt <= :now ORDER BY s.dueAt", UUID.class)
        .setParameter("now", clock.instant().toEpochMilli())
        .setMaxResults(1_000)
        .getResultList();
  }

  /** Removes the bytes, if no photo names them. The row is locked: a claim has to wait. */
  @Transactional(TxType.REQUIRES_NEW)
  void sweep(UUID id) {
    Stray stray = entities.find(Stray.class, id, LockModeType.PESSIMISTIC_WRITE);
    if (stray == null) {
      return;
    }
    if (isNamed(stray) || deleteBytes(stray)) {
      entities.remove(stray);
    } else {
      stray.postpone(clock.instant().plus(BETWEEN_TRIES));
    }
  }

  /**
   * The same for bytes that may yet arrive, as a store that did not answer may carry out late what
   * it was asked: they are removed now, and again later.
   */
  @Transactional(TxType.REQUIRES_NEW)
  void sweepTwice(UUID id) {
    Stray stray = entities.find(Stray.class, id, LockModeType.PESSIMISTIC_WRITE);
    if (stray != null && !isNamed(stray)) {
      deleteBytes(stray);
      stray.postpone(clock.instant().plus(BETWEEN_TRIES));
    }
  }

  /** In this store: while photos move, and for a while after it, the other has the key too. */
  private boolean isNamed(Stray stray) {
    return entities
            .createQuery(
                "SELECT COUNT(p) FROM Photo p WHERE p.original.key = :key AND p.store = :store",
                Long.class)
            .setParameter("key", stray.keys().get(0).text())
            .setParameter("store", stray.store())
            .getSingleResult()
        > 0;
  }

  private boolean deleteBytes(Stray stray) {
    PhotoStore store = stores.named(stray.store());
    try {
      for (ObjectKey key : stray.keys()) {
        store.delete(key);
      }
      edges.removed(stray.keys());
      return true;
    } catch (IOException e) {
      LOG.log(
          Level.WARNING, "Bytes of a removed photo will be removed later: {0}", Reasons.rootOf(e));
      return false;
    }
  }
}
