package org.snapfleet.drill;

import java.time.Duration;
import org.snapfleet.stack.Deployed;

/**
 * How the balancer checks its targets, as the template has it.
 *
 * @param unhealthy failed checks in a row after which a target is not healthy
 */
record HealthFigures(String path, Duration interval, Duration timeout, int unhealthy) {

  static HealthFigures of(Deployed stack) {
    Figures figures =
        Figures.of(stack.resources("AWS::ElasticLoadBalancingV2::TargetGroup").get(0));
    return new HealthFigures(
        figures.text("HealthCheckPath"),
        figures.seconds("HealthCheckIntervalSeconds"),
        figures.seconds("HealthCheckTimeoutSeconds"),
        figures.whole("UnhealthyThresholdCount"));
  }
}
