package org.snapfleet.traffic;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import java.util.function.Supplier;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/** What {@code /metrics} tells of the recording; as gauges, for the counts are kept elsewhere. */
@ApplicationScoped
class TrafficMetrics {

  void start(@Observes Startup event, MetricRegistry registry, Recording recording, Drops drops) {
    show(
        registry,
        "snapfleet_traffic_recorded_total",
        "Requests that were recorded, those dropped later among them",
        recording::total);
    show(
        registry,
        "snapfleet_traffic_held",
        "What is recorded and still held here: rows of windows, or records for the stream",
        recording::held);
    for (Drops.Reason reason : Drops.Reason.values()) {
      show(
          registry,
          "snapfleet_traffic_dropped_total",
          "Requests that are in no window, by reason",
          () -> drops.total(reason),
          new Tag("reason", reason.text()));
    }
  }

  private static void show(
      MetricRegistry registry, String name, String description, Supplier<Long> value, Tag... tags) {
    registry.gauge(
        Metadata.builder().withName(name).withDescription(description).build(), value, tags);
  }
}
