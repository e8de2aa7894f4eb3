package org.snapfleet.fleet;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * What the pool holds of a database server: connections that say of themselves, each time they are
 * lent, whether they lead to a server that answers and takes changes. After a fail-over an old one
 * may lead to the former writer. Where one is lost, so are those made before it: the others of the
 * pool are not waited for, one after the other.
 */
final class PooledConnections {
  private static final String TAKES_CHANGES =
      "SELECT @@global.read_only, @@global.innodb_read_only";

  /** Milliseconds to wait for that. */
  private static final int PATIENCE = 1000;

  /** For how long after it was asked one is good enough for a {@link Reading}. */
  private static final Duration TRUST = Duration.ofMillis(100);

  /** Of this process; the container makes the pool, where nobody could ask it. */
  private static final AtomicInteger OPEN = new AtomicInteger();

  /** Who closes a connection whose answer did not come. */
  private static final Executor AT_ONCE = Runnable::run;

  private final LongSupplier nanoTime;
  private final AtomicLong made = new AtomicLong();
  private final AtomicLong lost = new AtomicLong();

  /**
   * @param nanoTime {@link System#nanoTime()}
   */
  PooledConnections(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /**
   * The connection, with a judgement of its own on whether it is valid. A new one is taken as it
   * is: a server that takes no changes can still be read.
   */
  Connection add(Connection connection) {
    long number = made.incrementAndGet();
    OPEN.incrementAndGet();
    return (Connection)
        Proxy.newProxyInstance(
            PooledConnections.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            new Judged(connection, number));
  }

  /** How many connections there are. */
  static int open() {
    return OPEN.get();
  }

  private final class Judged implements InvocationHandler {
    private final Connection connection;
    private final long number;
    private boolean isFresh = true;
    private boolean isOpen = true;
    private long goodAt = nanoTime.getAsLong();

    Judged(Connection connection, long number) {
      this.connection = connection;
      this.number = number;
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
      return switch (method.getName()) {
        case "isValid" -> isValid();
        case "equals" -> proxy == arguments[0];
        case "close", "abort" -> end(method, arguments);
        default -> passOn(method, arguments);
      };
    }

    private Object end(Method method, Object[] arguments) throws Throwable {
      synchronized (this) {
        OPEN.addAndGet(isOpen ? -1 : 0);
        isOpen = false;
      }
      return passOn(method, arguments);
    }

    private Object passOn(Method method, Object[] arguments) throws Throwable {
      try {
        return method.invoke(connection, arguments);
      } catch (InvocationTargetException e) {
        throw e.getCause();
      }
    }

    /** The container asks a first time when the connection was made this moment. */
    private synchronized boolean isValid() {
      if (isFresh) {
        isFresh = false;
        return true;
      }
      if (number <= lost.get()) {
        return false;
      }
      long now = nanoTime.getAsLong();
      if (Reading.isTrusting() && now - goodAt < TRUST.toNanos()) {
        return true;
      }
      long youngest = made.get();
      if (answersAndTakesChanges()) {
        goodAt = now;
        return true;
      }
      lost.accumulateAndGet(youngest, Math::max);
      return false;
    }

    private boolean answersAndTakesChanges() {
      try {
        int usual = connection.getNetworkTimeout();
        connection.setNetworkTimeout(AT_ONCE, PATIENCE);
        boolean good = ask();
        connection.setNetworkTimeout(AT_ONCE, usual);
        return good;
      } catch (SQLException e) {
        return false;
      }
    }

    private boolean ask() throws SQLException {
      try (Statement statement = connection.createStatement();
          ResultSet row = statement.executeQuery(TAKES_CHANGES)) {
        return row.next() && isOff(row.getString(1)) && isOff(row.getString(2));
      }
    }

    private static boolean isOff(String variable) {
      return "0".equals(variable) || "OFF".equals(variable);
    }
  }
}
