package org.snapfleet.fleet;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Work that every instance repeats while it lives; a failed turn is told and the next one comes.
 */
@ApplicationScoped
public class Repeating {
  private static final Logger LOG = Logger.getLogger(Repeating.class.getName());

  @Resource private ManagedScheduledExecutorService scheduler;

  private final List<Future<?>> running = new CopyOnWriteArrayList<>();

  /**
   * Runs the work again and again, the first time after one pause.
   *
   * @param what the work's name, for the log
   */
  public void every(Duration pause, String what, Runnable work) {
    running.add(
        scheduler.scheduleWithFixedDelay(
            () -> attempt(what, work), pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS));
  }

  private static void attempt(String what, Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "{0} failed and will be tried again: {1}", new Object[] {what, e});
    }
  }

  @PreDestroy
  void stop() {
    running.forEach(work -> work.cancel(false));
  }
}
