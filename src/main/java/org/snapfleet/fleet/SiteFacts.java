package org.snapfleet.fleet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Optional;

/** The facts in the database. */
@ApplicationScoped
public class SiteFacts {
  @PersistenceContext private EntityManager entities;

  @Transactional(TxType.REQUIRES_NEW)
  public Optional<String> find(String name) {
    return Optional.ofNullable(entities.find(SiteFact.class, name)).map(SiteFact::text);
  }

  /** Fails at the commit where another instance wrote it first. */
  @Transactional(TxType.REQUIRES_NEW)
  public void write(String name, String text) {
    entities.persist(new SiteFact(name, text));
  }
}
