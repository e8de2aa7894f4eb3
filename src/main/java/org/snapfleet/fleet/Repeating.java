package org.snapfleet.fleet;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Work that every instance repeats while it lives, from the end of its deployment on; a failed turn
 * is told and the next one comes.
 */
@ApplicationScoped
public class Repeating {
  private static final Logger LOG = Logger.getLogger(Repeating.class.getName());

  /** One that hangs on a lost mount or a silent server must not hold up the others. */
  private static final int THREADS = 6;

  private static final Duration BETWEEN_TRIES = Duration.ofSeconds(2);

  @Resource private ManagedThreadFactory threads;

  private final Deployment deployment;
  private final List<Future<?>> running = new CopyOnWriteArrayList<>();
  private final Set<String> failing = ConcurrentHashMap.newKeySet();
  private ScheduledExecutorService scheduler;

  @Inject
  Repeating(Deployment deployment) {
    this.deployment = deployment;
  }

  /** For the client proxy. */
  protected Repeating() {
    this(null);
  }

  /**
   * Payara's own scheduler takes the context of the call that scheduled, here of a deployment that
   * is long over, and complains at each turn.
   */
  @PostConstruct
  void start() {
    scheduler = Executors.newScheduledThreadPool(THREADS, threads);
  }

  /**
   * Runs the work again and again, the first time after one pause.
   *
   * @param what the work's name, for the log
   */
  public void every(Duration pause, String what, Runnable work) {
    every(pause, pause, what, work);
  }

  /** The same, with a first turn sooner or later than the pause. */
  public void every(Duration first, Duration pause, String what, Runnable work) {
    running.add(
        scheduler.scheduleWithFixedDelay(
            () -> attempt(what, work), first.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS));
  }

  /** Runs the work now, in the background, and again until it does not fail. */
  public void once(String what, Runnable work) {
    once(Duration.ZERO, what, work);
  }

  private void once(Duration pause, String what, Runnable work) {
    running.add(
        scheduler.schedule(
            () -> {
              if (!attempt(what, work)) {
                once(BETWEEN_TRIES, what, work);
              }
            },
            pause.toMillis(),
            TimeUnit.MILLISECONDS));
  }

  /** Tells the first of several failures, and their end; false for a failure. */
  private boolean attempt(String what, Runnable work) {
    try {
      deployment.await();
      work.run();
      if (failing.remove(what)) {
        LOG.log(Level.INFO, "{0} works again", what);
      }
      return true;
    } catch (Throwable e) {
      if (failing.add(what)) {
        LOG.log(
            Level.WARNING,
            "{0} failed and will be tried again: {1}",
            new Object[] {what, Reasons.rootOf(e)});
      }
      return false;
    }
  }

  @PreDestroy
  void stop() {
    running.forEach(work -> work.cancel(false));
    scheduler.shutdown();
  }
}
