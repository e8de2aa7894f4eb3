package org.snapfleet.drill;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.snapfleet.stack.Deployed;
import org.snapfleet.stack.Resource;
import org.snapfleet.stack.Values;

/**
 * Alarms with simple scaling policies. An alarm asks its policy each period while it is in alarm;
 * the group does nothing while it changes, nor until the cooldown of the policy that acted last is
 * over, which begins when the last instance has finished launching or terminating. See "Scaling
 * cooldowns" in EC2 Auto Scaling's guide.
 */
final class SimpleScaling implements Scaling {
  private final GroupFigures group;
  private final List<Step> steps;
  private Duration cooldown = Duration.ZERO;

  private record Step(Alarm alarm, SimplePolicy policy) {}

  private SimpleScaling(GroupFigures group, List<Step> steps) {
    this.group = group;
    this.steps = steps;
  }

  static SimpleScaling of(Deployed stack) {
    List<Step> steps =
        stack.resources("AWS::AutoScaling::ScalingPolicy").stream()
            .filter(policy -> policy.property("PolicyType").equals("SimpleScaling"))
            .map(policy -> new Step(alarmOf(stack, policy), SimplePolicy.of(policy)))
            .toList();
    return new SimpleScaling(GroupFigures.of(stack), steps);
  }

  private static Alarm alarmOf(Deployed stack, Resource policy) {
    String action = "<" + policy.name() + ">";
    return stack.resources("AWS::CloudWatch::Alarm").stream()
        .filter(alarm -> Values.list(alarm.property("AlarmActions")).contains(action))
        .map(alarm -> new Alarm(AlarmFigures.of(alarm)))
        .findFirst()
        .orElseThrow();
  }

  @Override
  public Duration period() {
    return steps.get(0).alarm().figures().period();
  }

  @Override
  public int next(OptionalDouble average, Standing now) {
    alarms().forEach(alarm -> alarm.next(average));
    Optional<SimplePolicy> asked =
        steps.stream()
            .filter(step -> step.alarm().state() == AlarmState.ALARM)
            .map(Step::policy)
            .findFirst();
    if (asked.isEmpty() || !isFree(now)) {
      return now.instances();
    }
    int wanted = group.within(now.instances() + asked.get().adjustment());
    if (wanted != now.instances()) {
      cooldown = asked.get().cooldown();
    }
    return wanted;
  }

  @Override
  public boolean isFree(Standing now) {
    return now.hasRestedFor(cooldown);
  }

  @Override
  public List<Alarm> alarms() {
    return steps.stream().map(Step::alarm).toList();
  }
}
