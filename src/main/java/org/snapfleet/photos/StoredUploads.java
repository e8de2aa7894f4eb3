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
  Optional<StoredUpload> find(NewPhoto fresh, UploadKey key) {
    return Optional.ofNullable(entities.find(StoredUpload.class, StoredUpload.id(fresh, key)));
  }

  /** In the photo's transaction: of two with the same key, one commits. */
  @Transactional(TxType.MANDATORY)
  void add(NewPhoto fresh, UploadKey key, PhotoId photo) {
    entities.persist(new StoredUpload(fresh, key, photo, clock.instant()));
  }

  @Transactional(TxType.REQUIRES_NEW)
  void forgetOld() {
    entities
        .createQuery("DELETE FROM StoredUpload u WHERE u.storedAt <= :old")
        .setParameter("old", clock.instant().minus(KEPT).toEpochMilli())
        .executeUpdate();
  }
}
