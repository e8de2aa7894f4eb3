package org.snapfleet.drill;

import java.time.Duration;
import org.snapfleet.stack.Resource;

/**
 * A simple scaling policy as the template has it.
 *
 * @param adjustment instances more, or less where it is negative
 */
record SimplePolicy(String name, int adjustment, Duration cooldown) {

  static SimplePolicy of(Resource policy) {
    Figures figures = Figures.of(policy);
    if (!figures.text("AdjustmentType").equals("ChangeInCapacity")) {
      throw new IllegalArgumentException("the drill knows ChangeInCapacity: " + policy.name());
    }
    return new SimplePolicy(
        policy.name(), figures.whole("ScalingAdjustment"), figures.seconds("Cooldown"));
  }
}
