package org.snapfleet.fleet;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * How an instance goes: asked by SIGTERM, it says that it is not ready, serves on for {@code
 * snapfleet.drain} until the balancer sends nothing new, finishes what is under way, and ends. A
 * second SIGTERM cuts the waiting for the balancer short.
 */
@ApplicationScoped
public class Drain {
  private static final Logger LOG = Logger.getLogger(Drain.class.getName());

  /** As the JVM ends by itself after a SIGTERM. */
  private static final int STATUS = 128 + 15;

  /** For requests under way; an upload over a slow line may take longer than anyone waits. */
  private static final Duration TO_FINISH = Duration.ofSeconds(30);

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

  private final AtomicBoolean isDraining = new AtomicBoolean();
  private final CountDownLatch hurry = new CountDownLatch(1);
  private final Duration patience;
  private final RequestTally tally;
  private final Event<Drained> drained;

  @Resource private ManagedThreadFactory threads;

  private Thread end;

  @Inject
  Drain(Settings settings, RequestTally tally, Event<Drained> drained) {
    this.patience = settings.drain();
    this.tally = tally;
    this.drained = drained;
  }

  /** For the client proxy. */
  protected Drain() {
    this.patience = Duration.ZERO;
    this.tally = null;
    this.drained = null;
  }

  /** The thread is made here, so that it is one of the application's: the pool asks for that. */
  void start(@Observes Startup event) {
    end = threads.newThread(this::run);
    TermSignal.handle(this::begin);
  }

  /** Whether this instance is about to end. */
  public boolean isUnderWay() {
    return isDraining.get();
  }

  private void begin() {
    if (isDraining.compareAndSet(false, true)) {
      end.start();
    } else {
      hurry.countDown();
    }
  }

  private void run() {
    LOG.log(
        Level.INFO,
        "Asked to end: not ready any more, serving on for {0}",
        DurationText.of(patience));
    try {
      if (!hurry.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.info("Finishing what is under way");
      }
      finish();
      tell();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    System.exit(STATUS);
  }

  private void tell() {
    try {
      drained.fire(new Drained());
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "Ending with something left undone: {0}", Reasons.rootOf(e));
    }
  }

  private void finish() throws InterruptedException {
    long end = System.nanoTime() + TO_FINISH.toNanos();
    while (tally.underWay() > 0 && System.nanoTime() - end < 0) {
      TimeUnit.NANOSECONDS.sleep(BETWEEN_LOOKS.toNanos());
    }
    if (tally.underWay() > 0) {
      LOG.log(Level.WARNING, "Ending with {0} requests under way", tally.underWay());
    }
  }
}
