package org.snapfleet.drill;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.IntToDoubleFunction;

/** A group without servers: instances that take a minute to come or go, minute by minute. */
final class PlannedGroup {
  private static final Duration TO_CHANGE = Duration.ofSeconds(60);

  private final Scaling scaling;
  private final List<Duration> changes = new ArrayList<>();
  private final List<Integer> sizes = new ArrayList<>();
  private int instances;
  private int wanted;
  private Duration now = Duration.ZERO;
  private Duration changedAt = Duration.ofDays(-1);

  PlannedGroup(Scaling scaling, int instances) {
    this.scaling = scaling;
    this.instances = instances;
    this.wanted = instances;
  }

  /**
   * Some minutes pass.
   *
   * @param average what is measured with so many instances; NaN for nothing
   */
  PlannedGroup pass(int minutes, IntToDoubleFunction average) {
    for (int i = 0; i < minutes; i++) {
      now = now.plus(scaling.period());
      boolean isChanging = now.minus(TO_CHANGE).compareTo(lastChange()) < 0;
      if (!isChanging && instances != wanted) {
        instances = wanted;
        changedAt = now;
      }
      double value = average.applyAsDouble(instances);
      OptionalDouble measured =
          Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
      int next = scaling.next(measured, new Standing(wanted, isChanging, now, changedAt));
      if (next != wanted) {
        changes.add(now);
        sizes.add(next);
        wanted = next;
      }
    }
    return this;
  }

  private Duration lastChange() {
    return changes.isEmpty() ? Duration.ofDays(-1) : changes.get(changes.size() - 1);
  }

  /** The sizes that were asked for, one after the other. */
  List<Integer> sizes() {
    return sizes;
  }

  /** When. */
  List<Duration> changes() {
    return changes;
  }
}
