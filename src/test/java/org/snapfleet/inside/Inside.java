package org.snapfleet.inside;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Function;

/** What the server gives to a test inside it. */
@ApplicationScoped
public class Inside {
  @PersistenceContext private EntityManager entities;
  @Resource private ManagedExecutorService threads;

  public static <T> T bean(Class<T> type) {
    return CDI.current().select(type).get();
  }

  static <T> T inTransaction(Function<EntityManager, T> work) {
    return bean(Inside.class).transact(work);
  }

  /** A query's rows; backquotes become what the database quotes names with. */
  public static List<Object> query(String sql) {
    return inTransaction(
        em -> {
          List<?> rows = em.createNativeQuery(sql.replace("`", quote(em))).getResultList();
          return rows.stream().map(Object.class::cast).toList();
        });
  }

  static List<Object[]> table(String sql) {
    return query(sql).stream().map(Object[].class::cast).toList();
  }

  /** Changes rows or settings. */
  public static int change(String sql) {
    return inTransaction(em -> em.createNativeQuery(sql).executeUpdate());
  }

  static boolean isH2() {
    return inTransaction(em -> quote(em).equals("\""));
  }

  private static String quote(EntityManager entities) {
    try {
      return entities.unwrap(Connection.class).getMetaData().getIdentifierQuoteString();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Threads that may use all of this too. */
  public Executor threads() {
    return threads;
  }

  @Transactional
  public <T> T transact(Function<EntityManager, T> work) {
    return work.apply(entities);
  }
}
