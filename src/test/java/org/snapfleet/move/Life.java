package org.snapfleet.move;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.Set;

/** Ends a run at its n-th step, whatever that is: from then on nothing is done any more. */
final class Life {
  /** The steps of a connection; after a commit the caller may not get to know of it. */
  private static final Set<String> STEPS = Set.of("prepareStatement", "commit", "rollback");

  private int left;

  Life(int steps) {
    left = steps;
  }

  static Life endless() {
    return new Life(Integer.MAX_VALUE);
  }

  synchronized void step() {
    if (left <= 0) {
      throw new Killed();
    }
    left--;
  }

  synchronized boolean isOver() {
    return left <= 0;
  }

  /** A connection that ends with this life. */
  Connection of(Connection connection) {
    return (Connection)
        Proxy.newProxyInstance(
            Life.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              boolean step = STEPS.contains(method.getName());
              if (step) {
                step();
              }
              try {
                Object result = method.invoke(connection, arguments);
                if (step && method.getName().equals("commit")) {
                  step();
                }
                return result;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
