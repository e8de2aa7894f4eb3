package org.snapfleet.traffic;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.snapfleet.fleet.Settings;
import org.snapfleet.fleet.StartFailure;

/** Chooses where records go by {@code snapfleet.traffic}. */
@Dependent
class TrafficSinks {
  @Produces
  @Singleton
  TrafficSink chosen(Settings settings) {
    return switch (settings.traffic().way()) {
      case OFF, DATABASE -> new NoTraffic();
      case KINESIS -> {
        StartFailure.stop("snapfleet.traffic=kinesis: not in this version yet");
        yield new NoTraffic();
      }
    };
  }
}
