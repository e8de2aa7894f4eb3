package org.snapfleet.drill;

import java.time.Duration;
import org.snapfleet.stack.Resource;

/**
 * An alarm as the template has it.
 *
 * @param periods how many in a row have to breach the threshold
 */
record AlarmFigures(
    String name,
    Duration period,
    int periods,
    Comparison comparison,
    double threshold,
    MissingData missing) {

  static AlarmFigures of(Resource alarm) {
    Figures figures = Figures.of(alarm);
    int periods = figures.whole("EvaluationPeriods");
    if (figures.has("DatapointsToAlarm") && figures.whole("DatapointsToAlarm") != periods) {
      throw new IllegalArgumentException("the drill knows no alarm by m of n: " + alarm.name());
    }
    return new AlarmFigures(
        alarm.name(),
        figures.seconds("Period"),
        periods,
        Comparison.of(figures.text("ComparisonOperator")),
        figures.number("Threshold"),
        figures.has("TreatMissingData")
            ? MissingData.of(figures.text("TreatMissingData"))
            : MissingData.MISSING);
  }

  boolean isBreachedBy(double value) {
    return comparison.holds(value, threshold);
  }
}
