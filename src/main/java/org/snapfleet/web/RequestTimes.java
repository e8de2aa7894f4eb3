package org.snapfleet.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.MetricUnits;
import org.eclipse.microprofile.metrics.Tag;
import org.eclipse.microprofile.metrics.Timer;

/**
 * How many requests there were of each route, how they were answered, and how long that took. The
 * histogram's bounds are in {@code microprofile-config.properties}.
 */
@ApplicationScoped
class RequestTimes {
  private static final Metadata REQUESTS =
      Metadata.builder()
          .withName("snapfleet_requests")
          .withDescription("Requests by route and status, with what simulated latency added")
          .withUnit(MetricUnits.NANOSECONDS)
          .build();

  private final Map<Kind, Timer> timers = new ConcurrentHashMap<>();
  private final MetricRegistry registry;

  @Inject
  RequestTimes(MetricRegistry registry) {
    this.registry = registry;
  }

  /** For the client proxy. */
  protected RequestTimes() {
    this(null);
  }

  private record Kind(String route, int status) {}

  void add(String route, int status, long nanos) {
    timers.computeIfAbsent(new Kind(route, status), this::timer).update(Duration.ofNanos(nanos));
  }

  private Timer timer(Kind kind) {
    return registry.timer(
        REQUESTS,
        new Tag("route", kind.route()),
        new Tag("status", Integer.toString(kind.status())));
  }
}
