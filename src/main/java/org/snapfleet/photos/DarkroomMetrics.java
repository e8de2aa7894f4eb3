package org.snapfleet.photos;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.function.Supplier;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.MetricUnits;
import org.eclipse.microprofile.metrics.Timer;
import org.eclipse.microprofile.metrics.annotation.Metric;
import org.snapfleet.images.Darkroom;

/** What {@code /metrics} tells of the making of renditions. */
@Dependent
class DarkroomMetrics {
  private final Timer developed;

  @Inject
  DarkroomMetrics(
      Darkroom darkroom,
      MetricRegistry registry,
      @Metric(
              name = "snapfleet_renditions",
              absolute = true,
              unit = MetricUnits.NANOSECONDS,
              description = "Photos whose renditions were made, with the wait for a decoder")
          Timer developed) {
    this.developed = developed;
    gauge(registry, "snapfleet_renditions_decoding", "Photos that are decoded", darkroom::decoding);
    gauge(
        registry,
        "snapfleet_renditions_waiting",
        "Photos that wait for a decoder",
        darkroom::waiting);
  }

  private static void gauge(
      MetricRegistry registry, String name, String description, Supplier<Integer> value) {
    registry.gauge(Metadata.builder().withName(name).withDescription(description).build(), value);
  }

  void took(long nanos) {
    developed.update(Duration.ofNanos(nanos));
  }
}
