package org.snapfleet.drill;

import java.time.Duration;

/**
 * A group at the end of a period.
 *
 * @param isChanging whether an instance is being launched or terminated
 * @param now on AWS's clock
 * @param changedAt when the last instance had finished launching or terminating
 */
record Standing(int instances, boolean isChanging, Duration now, Duration changedAt) {

  boolean hasRestedFor(Duration time) {
    return !isChanging && now.minus(time).compareTo(changedAt) >= 0;
  }
}
