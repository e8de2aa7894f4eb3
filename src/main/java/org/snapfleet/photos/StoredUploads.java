package org.snapfleet.photos;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;
import java.util.Optional;
import org.snapfleet.fleet.DatabaseClock;
import org.snapfleet.sessions.Person;

/** What keyed uploads have stored, so that a retry finds it. */
@ApplicationScoped
class StoredUploads {
  private static final Duration KEPT = Duration.ofHours(24);

  @PersistenceContext private EntityManager entities;

  private final DatabaseClock clock;

  @Inject
  StoredUploads(DatabaseClock clock) {
    this.clock = clock;
  }

  /** For the client proxy. */
  protected StoredUploads() {
    this(null);
  }

  @Transactional(TxType.REQUIRES_NEW)
  Optional<StoredUpload> find(Person owner, UploadKey key, ReceivedFile file) {
    return entities
        .createQuery(
            "SELECT u FROM StoredUpload u WHERE u.owner = :owner AND u.requestKey = :key"
                + " AND u.fileIndex = :index",
            StoredUpload.class)
        .setParameter("owner", owner.account())
        .setParameter("key", key.hash())
        .setParameter("index", file.index())
        .getResultStream()
        .findFirst();
  }

  /** In the photo's transaction: of two with the same key, one commits. */
  @Transactional(TxType.MANDATORY)
  void add(Person owner, UploadKey key, ReceivedFile file, PhotoId photo) {
    entities.persist(new StoredUpload(owner, key, file, photo, clock.instant()));
  }

  @Transactional(TxType.REQUIRES_NEW)
  void forgetOld() {
    entities
        .createQuery("DELETE FROM StoredUpload u WHERE u.storedAt <= :old")
        .setParameter("old", clock.instant().minus(KEPT).toEpochMilli())
        .executeUpdate();
  }
}
