package org.snapfleet.drill;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.OptionalDouble;

/**
 * An alarm as CloudWatch evaluates it, once a period; see "Using Amazon CloudWatch alarms" and
 * "Configuring how CloudWatch alarms treat missing data" in its guide.
 */
final class Alarm {
  private final AlarmFigures figures;
  private final Deque<OptionalDouble> last = new ArrayDeque<>();
  private AlarmState state = AlarmState.INSUFFICIENT_DATA;

  Alarm(AlarmFigures figures) {
    this.figures = figures;
    for (int i = 0; i < figures.periods(); i++) {
      last.add(OptionalDouble.empty());
    }
  }

  /** A period has ended, with an average or without any value. */
  AlarmState next(OptionalDouble average) {
    last.removeFirst();
    last.addLast(average);
    state = judged();
    return state;
  }

  private AlarmState judged() {
    List<Double> known =
        last.stream().filter(OptionalDouble::isPresent).map(OptionalDouble::getAsDouble).toList();
    boolean isWhole = known.size() == last.size();
    if (figures.missing() == MissingData.IGNORE && !isWhole) {
      return state;
    }
    if (figures.missing() == MissingData.MISSING && known.isEmpty()) {
      return AlarmState.INSUFFICIENT_DATA;
    }
    boolean isBreached = known.stream().allMatch(figures::isBreachedBy);
    boolean isHeldBack = figures.missing() == MissingData.NOT_BREACHING && !isWhole;
    return isBreached && !isHeldBack ? AlarmState.ALARM : AlarmState.OK;
  }

  AlarmState state() {
    return state;
  }

  AlarmFigures figures() {
    return figures;
  }
}
