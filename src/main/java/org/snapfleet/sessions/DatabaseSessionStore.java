package org.snapfleet.sessions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.Optional;

/** Keeps sessions in the database: they survive a restart and all instances share them. */
@ApplicationScoped
class DatabaseSessionStore implements SessionStore {
  @PersistenceContext private EntityManager entities;

  @Override
  @Transactional(TxType.REQUIRES_NEW)
  public void create(SessionKey key, SessionRecord session) {
    entities.persist(new SessionRow(key, session));
  }

  @Override
  @Transactional(TxType.NOT_SUPPORTED)
  public Optional<StoredSession> find(SessionKey key) {
    return entities
        .createQuery(
            "SELECT s.content, s.version FROM SessionRow s WHERE s.id = :id", Object[].class)
        .setParameter("id", key.bytes())
        .getResultStream()
        .findFirst()
        .flatMap(
            row ->
                SessionFormat.read((byte[]) row[0])
                    .map(session -> new StoredSession(session, (Long) row[1])));
  }

  @Override
  @Transactional(TxType.REQUIRES_NEW)
  public boolean replace(SessionKey key, StoredSession seen, SessionRecord next) {
    return entities
            .createQuery(
                "UPDATE SessionRow s SET s.content = :content, s.expiresAt = :expiresAt,"
                    + " s.version = s.version + 1 WHERE s.id = :id AND s.version = :seen")
            .setParameter("content", SessionFormat.write(next))
            .setParameter("expiresAt", next.diesAt().toEpochMilli())
            .setParameter("id", key.bytes())
            .setParameter("seen", seen.version())
            .executeUpdate()
        == 1;
  }

  @Transactional(TxType.REQUIRES_NEW)
  void forgetDead(Instant now) {
    entities
        .createQuery("DELETE FROM SessionRow s WHERE s.expiresAt <= :now")
        .setParameter("now", now.toEpochMilli())
        .executeUpdate();
  }
}
