package org.snapfleet.drill;

import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import org.snapfleet.stack.Deployed;

/**
 * A target tracking policy. AWS makes two alarms for it: over the target for 3 minutes, and under
 * 90 % of it for 15. It grows in proportion to the average and shrinks gradually, here by one a
 * minute; not while the group changes or a new instance warms up. See "Target tracking scaling
 * policies" in EC2 Auto Scaling's guide; the figures are those of the alarms that it makes.
 */
final class TargetTracking implements Scaling {
  private static final Duration PERIOD = Duration.ofMinutes(1);
  private static final int PERIODS_OVER = 3;
  private static final int PERIODS_UNDER = 15;
  private static final double UNDER = 0.9;

  private final GroupFigures group;
  private final double target;
  private final Alarm over;
  private final Alarm under;
  private Duration pause = Duration.ZERO;

  TargetTracking(GroupFigures group, double target) {
    this.group = group;
    this.target = target;
    over = alarm("over", PERIODS_OVER, Comparison.GREATER_THAN_THRESHOLD, target);
    under = alarm("under", PERIODS_UNDER, Comparison.LESS_THAN_THRESHOLD, UNDER * target);
  }

  static TargetTracking of(Deployed stack) {
    Figures policy =
        stack.resources("AWS::AutoScaling::ScalingPolicy").stream()
            .filter(each -> each.property("PolicyType").equals("TargetTrackingScaling"))
            .map(Figures::of)
            .findFirst()
            .orElseThrow();
    return new TargetTracking(
        GroupFigures.of(stack), policy.inside("TargetTrackingConfiguration").number("TargetValue"));
  }

  private static Alarm alarm(String name, int periods, Comparison comparison, double threshold) {
    return new Alarm(
        new AlarmFigures(name, PERIOD, periods, comparison, threshold, MissingData.NOT_BREACHING));
  }

  @Override
  public Duration period() {
    return PERIOD;
  }

  @Override
  public int next(OptionalDouble average, Standing now) {
    over.next(average);
    under.next(average);
    if (!isFree(now)) {
      return now.instances();
    }
    if (over.state() == AlarmState.ALARM) {
      return changed(now, inProportion(now, average), group.warmUp());
    }
    if (under.state() == AlarmState.ALARM) {
      // less than the proportion asks for would be over the target again
      int gradually = Math.max(inProportion(now, average), now.instances() - 1);
      return changed(now, gradually, Duration.ZERO);
    }
    return now.instances();
  }

  private int inProportion(Standing now, OptionalDouble average) {
    return (int) Math.ceil(now.instances() * average.orElseThrow() / target);
  }

  private int changed(Standing now, int asked, Duration pauseAfterwards) {
    int wanted = group.within(asked);
    if (wanted != now.instances()) {
      pause = pauseAfterwards;
    }
    return wanted;
  }

  @Override
  public boolean isFree(Standing now) {
    return now.hasRestedFor(pause);
  }

  @Override
  public List<Alarm> alarms() {
    return List.of(over, under);
  }
}
