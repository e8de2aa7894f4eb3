package org.snapfleet.fleet;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * SIGTERM, by which systemd and auto scaling ask a process to end. A shutdown hook would come too
 * late: the server's own runs beside it and takes the application away. {@code sun.misc.Signal} is
 * exported for this use (JEP 260), but no compiler takes it without a warning.
 */
final class TermSignal {
  private static final Logger LOG = Logger.getLogger(TermSignal.class.getName());

  private TermSignal() {}

  /** Has this run at each one, on a thread of the JVM's, in place of the JVM's own end. */
  static void handle(Runnable work) {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      Object term = signal.getConstructor(String.class).newInstance("TERM");
      signal.getMethod("handle", signal, handler).invoke(null, term, running(handler, work));
    } catch (ReflectiveOperationException | RuntimeException e) {
      LOG.log(
          Level.WARNING,
          "This JVM does not let SIGTERM be handled, so the instance ends at once: {0}",
          Reasons.rootOf(e));
    }
  }

  private static Object running(Class<?> handler, Runnable work) {
    InvocationHandler all =
        (proxy, method, arguments) ->
            switch (method.getName()) {
              case "handle" -> {
                work.run();
                yield null;
              }
              case "equals" -> proxy == arguments[0];
              case "hashCode" -> System.identityHashCode(proxy);
              default -> "SIGTERM";
            };
    return Proxy.newProxyInstance(TermSignal.class.getClassLoader(), new Class<?>[] {handler}, all);
  }
}
