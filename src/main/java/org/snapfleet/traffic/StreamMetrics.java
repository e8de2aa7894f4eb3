package org.snapfleet.traffic;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.annotation.Metric;
import org.snapfleet.fleet.Gauges;
import org.snapfleet.fleet.TimeHistograms;

/** What {@code /metrics} tells of the stream. */
@Dependent
class StreamMetrics {
  private static final String CALLS = "snapfleet_traffic_put";
  private static final String OUTCOME = "outcome";

  private final MetricRegistry registry;
  private final StreamCounts counts;

  @Inject
  StreamMetrics(
      @Metric(
              name = "snapfleet_traffic_sent",
              absolute = true,
              description = "Records that the stream took")
          Counter sent,
      @Metric(
              name = "snapfleet_traffic_retried",
              absolute = true,
              description = "Records that the stream did not take and that go once more, each time")
          Counter retried,
      MetricRegistry registry,
      TimeHistograms times) {
    this.registry = registry;
    this.counts =
        new StreamCounts(
            sent::inc,
            retried::inc,
            nanos -> times.add(CALLS, nanos, OUTCOME, "done"),
            nanos -> times.add(CALLS, nanos, OUTCOME, "failed"));
  }

  StreamCounts counts() {
    return counts;
  }

  void show(Sender sender) {
    Gauges.show(
        registry,
        "snapfleet_traffic_pace",
        "Records a second that this instance gives the stream at most, as it throttles",
        sender::rate);
  }
}
