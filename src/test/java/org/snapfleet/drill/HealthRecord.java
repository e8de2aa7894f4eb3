package org.snapfleet.drill;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which instances the group takes for broken: those that failed the balancer's checks often enough
 * in a row, once their grace period is over. No cooldown holds a replacement up. See "Health checks
 * for instances in an Auto Scaling group" in EC2 Auto Scaling's guide.
 */
final class HealthRecord {
  private final HealthFigures checks;
  private final GroupFigures group;
  private final Map<String, Integer> failed = new ConcurrentHashMap<>();

  HealthRecord(HealthFigures checks, GroupFigures group) {
    this.checks = checks;
    this.group = group;
  }

  /**
   * Notes a check.
   *
   * @param age how long the instance has been in service
   * @return whether the instance is to be replaced
   */
  boolean isBroken(String instance, boolean hasAnswered, Duration age) {
    int inARow = hasAnswered ? 0 : failed.getOrDefault(instance, 0) + 1;
    failed.put(instance, inARow);
    return group.isCheckedByBalancer()
        && inARow >= checks.unhealthy()
        && age.compareTo(group.grace()) >= 0;
  }

  /** There is another instance of that name now. */
  void forget(String instance) {
    failed.remove(instance);
  }
}
