package org.snapfleet.fleet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import java.util.function.Supplier;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;

/** What {@code /metrics} tells of this instance as a whole. */
@ApplicationScoped
class InstanceMetrics {

  void start(
      @Observes Startup event, MetricRegistry registry, RequestTally tally, Settings settings) {
    gauge(
        registry,
        "snapfleet_requests_under_way",
        "Requests that have come and are not answered, those held back among them",
        tally::underWay);
    if (!settings.database().isEmbedded()) {
      connections(registry);
    }
  }

  private static void connections(MetricRegistry registry) {
    gauge(
        registry,
        "snapfleet_database_connections",
        "Connections of the pool to the database",
        PooledConnections::open);
    gauge(
        registry,
        "snapfleet_database_connections_limit",
        "How many there may be",
        () -> Database.LARGEST_POOL);
  }

  private static <N extends Number> void gauge(
      MetricRegistry registry, String name, String description, Supplier<N> value) {
    registry.gauge(Metadata.builder().withName(name).withDescription(description).build(), value);
  }
}
