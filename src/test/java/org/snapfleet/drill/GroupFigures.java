package org.snapfleet.drill;

import java.time.Duration;
import org.snapfleet.stack.Deployed;
import org.snapfleet.stack.Resource;

/**
 * The auto-scaling group as the template has it.
 *
 * @param warmUp how long a new instance does not count for target tracking
 * @param grace how long a new instance may fail its health checks
 * @param isCheckedByBalancer whether the balancer's health checks have an instance replaced
 */
record GroupFigures(
    int min, int max, Duration warmUp, Duration grace, boolean isCheckedByBalancer) {

  static GroupFigures of(Deployed stack) {
    Resource group = stack.resources("AWS::AutoScaling::AutoScalingGroup").get(0);
    Figures figures = Figures.of(group);
    return new GroupFigures(
        figures.whole("MinSize"),
        figures.whole("MaxSize"),
        figures.seconds("DefaultInstanceWarmup"),
        figures.seconds("HealthCheckGracePeriod"),
        figures.text("HealthCheckType").equals("ELB"));
  }

  int within(int instances) {
    return Math.max(min, Math.min(max, instances));
  }
}
