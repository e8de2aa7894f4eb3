package org.snapfleet.fleet;

import java.util.function.Supplier;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;

/** Values in {@code /metrics} that are asked for when it is read. */
public final class Gauges {
  private Gauges() {}

  public static <N extends Number> void show(
      MetricRegistry registry, String name, String description, Supplier<N> value) {
    registry.gauge(Metadata.builder().withName(name).withDescription(description).build(), value);
  }
}
