package org.snapfleet.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/**
 * How many requests there were of each route, how they were answered, and how long that took, with
 * what simulated latency added. Counted here and shown as gauges by a histogram's names: a timer of
 * the server's keeps samples of its own, which took a tenth of a cached page's time.
 */
@ApplicationScoped
class RequestTimes {
  private static final String NAME = "snapfleet_requests_seconds";

  private final Map<Kind, TimeBuckets> times = new ConcurrentHashMap<>();
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
    Kind kind = new Kind(route, status);
    TimeBuckets known = times.get(kind);
    (known != null ? known : times.computeIfAbsent(kind, this::shown)).add(nanos);
  }

  private TimeBuckets shown(Kind kind) {
    TimeBuckets buckets = new TimeBuckets();
    Tag route = new Tag("route", kind.route());
    Tag status = new Tag("status", Integer.toString(kind.status()));
    for (int i = 0; i < TimeBuckets.size(); i++) {
      int bucket = i;
      Tag bound = new Tag("le", TimeBuckets.bound(bucket));
      gauge(
          "_bucket",
          "Requests by the time they took",
          () -> buckets.upTo(bucket),
          route,
          status,
          bound);
    }
    gauge("_count", "Requests by route and status", buckets::count, route, status);
    gauge("_sum", "Seconds that they took together", buckets::seconds, route, status);
    return buckets;
  }

  private <N extends Number> void gauge(
      String ending, String description, Supplier<N> value, Tag... tags) {
    registry.gauge(
        Metadata.builder().withName(NAME + ending).withDescription(description).build(),
        value,
        tags);
  }
}
