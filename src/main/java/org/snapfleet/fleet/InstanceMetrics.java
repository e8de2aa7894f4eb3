package org.snapfleet.fleet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import org.eclipse.microprofile.metrics.MetricRegistry;

/** What {@code /metrics} tells of this instance as a whole. */
@ApplicationScoped
class InstanceMetrics {

  void start(
      @Observes Startup event, MetricRegistry registry, RequestTally tally, Settings settings) {
    Gauges.show(
        registry,
        "snapfleet_requests_under_way",
        "Requests that have come and are not answered, those held back among them",
        tally::underWay);
    if (!settings.database().isEmbedded()) {
      connections(registry);
    }
  }

  private static void connections(MetricRegistry registry) {
    Gauges.show(
        registry,
        "snapfleet_database_connections",
        "Connections of the pool to the database",
        PooledConnections::open);
    Gauges.show(
        registry,
        "snapfleet_database_connections_limit",
        "How many there may be",
        () -> Database.LARGEST_POOL);
  }
}
