package org.snapfleet.sessions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.snapfleet.fleet.Ids;

/** The revocations that all instances share. */
@ApplicationScoped
class RevocationRows {
  @PersistenceContext private EntityManager entities;

  private final Ids ids;

  @Inject
  RevocationRows(Ids ids) {
    this.ids = ids;
  }

  /** For the client proxy. */
  protected RevocationRows() {
    this(null);
  }

  @Transactional(TxType.REQUIRES_NEW)
  RevocationRow add(SessionKey key, Instant now) {
    return persisted(RevocationRow.ofSession(ids.next(), key, now));
  }

  @Transactional(TxType.REQUIRES_NEW)
  RevocationRow add(UUID account, Instant now) {
    return persisted(RevocationRow.ofAccount(ids.next(), account, now));
  }

  private RevocationRow persisted(RevocationRow row) {
    entities.persist(row);
    return row;
  }

  @Transactional(TxType.REQUIRES_NEW)
  List<RevocationRow> since(Instant from) {
    return entities
        .createQuery(
            "SELECT r FROM RevocationRow r WHERE r.expiresAt > :expiresAt", RevocationRow.class)
        .setParameter("expiresAt", from.plus(SessionRecord.ABSOLUTE_LIMIT).toEpochMilli())
        .getResultList();
  }

  @Transactional(TxType.REQUIRES_NEW)
  void forgetOld(Instant now) {
    entities
        .createQuery("DELETE FROM RevocationRow r WHERE r.expiresAt <= :now")
        .setParameter("now", now.toEpochMilli())
        .executeUpdate();
  }
}
