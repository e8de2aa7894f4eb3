package org.snapfleet.inside;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.snapfleet.cache.CachedList;
import org.snapfleet.cache.FrontPageCache;
import org.snapfleet.cache.Listed;
import org.snapfleet.cache.Look;
import org.snapfleet.fleet.Database;

/** No cache, but it notes when it is told of a change, and what was held up by that. */
@Alternative
@Priority(1)
@ApplicationScoped
public class RecordingCache implements FrontPageCache {
  private static final Look NOTHING = new Look() {};

  private final List<String> told = new CopyOnWriteArrayList<>();

  @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
  private TransactionSynchronizationRegistry transactions;

  @Resource(lookup = Database.JNDI_NAME)
  private DataSource database;

  @Override
  public Look look() {
    return NOTHING;
  }

  @Override
  public <T> Listed<T> read(Look look, CachedList<T> list) {
    return new Listed<>(list.database().get(), false);
  }

  @Override
  public void changed() {
    if (transactions.getTransactionStatus() != Status.STATUS_NO_TRANSACTION) {
      told.add("inside a transaction");
    } else {
      told.add(isPoolFull() ? "free" : "while a connection is held");
    }
  }

  /** Whether every connection can be had: one that the writer holds could not. */
  private boolean isPoolFull() {
    List<Connection> taken = new ArrayList<>();
    try {
      while (taken.size() < Database.LARGEST_POOL) {
        taken.add(database.getConnection());
      }
      return true;
    } catch (SQLException e) {
      return false;
    } finally {
      taken.forEach(RecordingCache::giveBack);
    }
  }

  private static void giveBack(Connection connection) {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What was noted since it was last asked. */
  List<String> told() {
    List<String> now = List.copyOf(told);
    told.clear();
    return now;
  }
}
