package org.snapfleet.latency;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.snapfleet.fleet.LatencyRange;
import org.snapfleet.fleet.LiveSettings;
import org.snapfleet.fleet.RequestTally;

/** Puts requests aside for as long as {@code snapfleet.latency} says, and then lets them go on. */
@ApplicationScoped
public class SimulatedLatency {
  private static final String HELD = SimulatedLatency.class.getName();

  /** The first part of paths that are never held back. */
  private static final Set<String> AT_ONCE = Set.of("health", "metrics", "media", "assets");

  private static final Set<String> READING = Set.of("GET", "HEAD");

  /**
   * How many go on at the same time: those of one moment are not to need a thread each after it.
   */
  private static final int READERS = 32;

  /** Of those that may send a body, and take their time for it: as many as may at all. */
  private static final int WRITERS = 150;

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(5);

  @Resource private ManagedThreadFactory threads;

  private final LiveSettings live;
  private final RequestTally tally;
  private final Turnstile readers = new Turnstile(READERS);
  private final Turnstile writers = new Turnstile(WRITERS);
  private final Set<HeldRequest> waiting = ConcurrentHashMap.newKeySet();
  private ScheduledExecutorService clock;

  @Inject
  SimulatedLatency(LiveSettings live, RequestTally tally) {
    this.live = live;
    this.tally = tally;
  }

  /** For the client proxy. */
  protected SimulatedLatency() {
    this.live = null;
    this.tally = null;
  }

  @PostConstruct
  void start() {
    clock = Executors.newSingleThreadScheduledExecutor(threads);
  }

  /**
   * Whether the request is held back; then nothing may be done with it, and it comes again after
   * its time.
   */
  public boolean holdsBack(HttpServletRequest request) {
    LatencyRange latency = live.latency();
    if (latency.isNone() || isToGoOn(request)) {
      return false;
    }
    request.setAttribute(HELD, System.nanoTime());
    tally.begin();
    Turnstile turnstile = READING.contains(request.getMethod()) ? readers : writers;
    HeldRequest held = HeldRequest.of(request, turnstile, tally::end);
    waiting.add(held);
    wait(held, latency.draw(ThreadLocalRandom.current()));
    return true;
  }

  /** When the request came, by {@link System#nanoTime()}: before it was held back, if it was. */
  public long cameAt(HttpServletRequest request) {
    return request.getAttribute(HELD) instanceof Long came ? came : System.nanoTime();
  }

  /** It was held back already, or never is; what is of the server's own may not be able to. */
  private static boolean isToGoOn(HttpServletRequest request) {
    return request.getAttribute(HELD) != null
        || AT_ONCE.contains(firstPart(request))
        || !request.isAsyncSupported();
  }

  private static String firstPart(HttpServletRequest request) {
    String path = request.getRequestURI().substring(1);
    int end = path.indexOf('/');
    return end < 0 ? path : path.substring(0, end);
  }

  @SuppressWarnings("FutureReturnValueIgnored") // nobody waits for it
  private void wait(HeldRequest held, Duration pause) {
    clock.schedule(() -> goOn(held), pause.toNanos(), TimeUnit.NANOSECONDS);
  }

  private void goOn(HeldRequest held) {
    if (held.isLeftByItsThread()) {
      waiting.remove(held);
      held.goOn();
    } else {
      wait(held, BETWEEN_LOOKS);
    }
  }

  /** Whoever still waits is answered at once. */
  @PreDestroy
  void stop() {
    clock.shutdownNow();
    waiting.forEach(HeldRequest::goOn);
  }
}
