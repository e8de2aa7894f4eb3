package org.snapfleet.fleet;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/**
 * Tells when the server has taken the site in. As its last step it closes the files of the site's
 * libraries (Payara's {@code WebappClassLoader.closeJARs}), under whoever reads a resource out of
 * one just then: a library's class whose start fails so stays broken for as long as the process
 * lives.
 *
 * <p>No event tells an application of that moment; what the server's own thread is at does.
 */
@ApplicationScoped
class Deployment {
  private static final String SERVERS_STEP = "org.apache.catalina.core.StandardContext";
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

  private final CountDownLatch over = new CountDownLatch(1);

  @Resource private ManagedThreadFactory threads;

  void begin(@Observes @Priority(1) Startup event) {
    Thread server = Thread.currentThread();
    threads.newThread(() -> watch(server)).start();
  }

  /** Returns once it is over. */
  void await() throws InterruptedException {
    over.await();
  }

  private void watch(Thread server) {
    while (isUnderWay(server)) {
      Pause.real(BETWEEN_LOOKS.toNanos());
    }
    over.countDown();
  }

  private static boolean isUnderWay(Thread server) {
    for (StackTraceElement frame : server.getStackTrace()) {
      if (frame.getClassName().equals(SERVERS_STEP) && frame.getMethodName().equals("start")) {
        return true;
      }
    }
    return false;
  }
}
