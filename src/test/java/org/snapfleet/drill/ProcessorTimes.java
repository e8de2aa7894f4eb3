package org.snapfleet.drill;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.snapfleet.site.FleetPart;

/**
 * How busy the instances are, in percent, as EC2's CPUUtilization. Each is thought to have a
 * quarter of a processor: so two processors can be four instances, with room for the database, the
 * balancer and the people. What an instance takes beyond its part counts as 100 %.
 */
final class ProcessorTimes {
  private static final double OF_EACH = 0.15;
  private static final double ALL = 100;

  private Map<Long, Duration> last = new HashMap<>();
  private long lookedAt = System.nanoTime();

  /** The average since the last call, of the instances that were there then. */
  OptionalDouble takeAverage(Collection<FleetPart> instances) {
    long time = System.nanoTime();
    double had = (time - lookedAt) * OF_EACH;
    Map<Long, Duration> now = new HashMap<>();
    instances.forEach(instance -> now.put(instance.pid(), used(instance.pid())));
    OptionalDouble average =
        now.keySet().stream()
            .filter(last::containsKey)
            .mapToDouble(pid -> now.get(pid).minus(last.get(pid)).toNanos() / had)
            .map(part -> Math.min(ALL, part * ALL))
            .average();
    last = now;
    lookedAt = time;
    return average;
  }

  private static Duration used(long pid) {
    return ProcessHandle.of(pid)
        .flatMap(process -> process.info().totalCpuDuration())
        .orElse(Duration.ZERO);
  }
}
