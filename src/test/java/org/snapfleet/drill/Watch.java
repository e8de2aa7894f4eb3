package org.snapfleet.drill;

import java.time.Duration;
import java.util.OptionalDouble;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Period after period: measures, lets the scaling decide, and has the group do it. */
final class Watch {
  private static final int MOST_PERIODS = 120;
  private static final int QUIET = 3;

  private final Scaling scaling;
  private final LocalGroup group;
  private final Unit unit;
  private final Supplier<OptionalDouble> meter;
  private final Screen screen;
  private final CompressedClock clock;
  private final History history = new History();
  private Duration end = Duration.ZERO;
  private volatile Duration changedAt = Duration.ofDays(-1);
  private int quiet;

  /** How an average is written, such as {@code %.2f s}. */
  record Unit(String name, String format) {}

  Watch(
      Scaling scaling,
      LocalGroup group,
      double factor,
      Unit unit,
      Supplier<OptionalDouble> meter,
      Screen screen) {
    this.scaling = scaling;
    this.group = group;
    this.unit = unit;
    this.meter = meter;
    this.screen = screen;
    this.clock = new CompressedClock(factor, group::isChanging);
    screen.say("  AWS  %10s  %-30s instances".formatted(unit.name(), "alarms"));
  }

  /** Goes on until it is so, and the group had no reason to change for some periods since. */
  void until(BooleanSupplier isSo) {
    quiet = 0;
    for (int i = 0; i < MOST_PERIODS && !(quiet >= QUIET && isSo.getAsBoolean()); i++) {
      pass();
    }
  }

  private void pass() {
    end = end.plus(scaling.period());
    clock.sleepUntil(end);
    // a period in which nobody looked has no value of its own: it belongs to this one
    while (clock.now().compareTo(end.plus(scaling.period())) >= 0) {
      end = end.plus(scaling.period());
    }
    group.assertIsWell();
    OptionalDouble average = meter.get();
    Standing now = new Standing(group.size(), group.isChanging(), clock.now(), changedAt);
    int wanted = scaling.next(average, now);
    boolean isFree = scaling.isFree(now);
    quiet = isFree && wanted == now.instances() ? quiet + 1 : 0;
    screen.at(end, line(average, now, wanted, isFree));
    if (wanted != now.instances()) {
      history.add(new Change(end, now.instances(), wanted, average.orElse(Double.NaN)));
      group.changeTo(wanted, () -> changedAt = clock.now());
    }
  }

  private String line(OptionalDouble average, Standing now, int wanted, boolean isFree) {
    String alarms =
        scaling.alarms().stream()
            .map(alarm -> alarm.figures().name() + " " + alarm.state())
            .collect(Collectors.joining(", "));
    return "%9s  %-30s %d%s"
        .formatted(
            average.isPresent() ? unit.format().formatted(average.getAsDouble()) : "nothing",
            alarms,
            now.instances(),
            doing(now, wanted, isFree));
  }

  private static String doing(Standing now, int wanted, boolean isFree) {
    if (wanted != now.instances()) {
      return " -> " + wanted;
    }
    return now.isChanging() ? ", one is coming or going" : isFree ? "" : ", resting";
  }

  History history() {
    return history;
  }
}
