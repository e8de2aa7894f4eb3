package org.snapfleet.photos;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.snapfleet.fleet.Gauges;
import org.snapfleet.fleet.TimeHistograms;
import org.snapfleet.images.Darkroom;

/** What {@code /metrics} tells of the making of renditions. */
@Dependent
class DarkroomMetrics {
  private final TimeHistograms times;

  @Inject
  DarkroomMetrics(Darkroom darkroom, MetricRegistry registry, TimeHistograms times) {
    this.times = times;
    Gauges.show(
        registry, "snapfleet_renditions_decoding", "Photos that are decoded", darkroom::decoding);
    Gauges.show(
        registry,
        "snapfleet_renditions_waiting",
        "Photos that wait for a decoder",
        darkroom::waiting);
  }

  /** Of one photo, with its wait for a decoder. */
  void took(long nanos) {
    times.add("snapfleet_renditions", nanos);
  }
}
