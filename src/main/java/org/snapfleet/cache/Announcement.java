package org.snapfleet.cache;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;

/**
 * Tells the cache of a change, outside of its transaction: that may take seconds, for which no row
 * may be locked and no connection be held. It comes before the transactions' own interceptor, of
 * priority 200.
 */
@Interceptor
@ChangesFrontPage
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 100)
class Announcement {
  private static final ThreadLocal<Boolean> AHEAD = new ThreadLocal<>();

  private final FrontPageCache cache;

  @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
  private TransactionSynchronizationRegistry transactions;

  @Inject
  Announcement(FrontPageCache cache) {
    this.cache = cache;
  }

  /** With its transactions, for tests. */
  Announcement(FrontPageCache cache, TransactionSynchronizationRegistry transactions) {
    this(cache);
    this.transactions = transactions;
  }

  @AroundInvoke
  Object announce(InvocationContext change) throws Exception {
    if (AHEAD.get() != null) {
      return change.proceed();
    }
    if (transactions.getTransactionStatus() != Status.STATUS_NO_TRANSACTION) {
      throw new IllegalStateException(
          "What begins this transaction has to be @ChangesFrontPage: " + change.getMethod());
    }
    AHEAD.set(true);
    try {
      return change.proceed();
    } finally {
      AHEAD.remove();
      cache.changed();
    }
  }
}
