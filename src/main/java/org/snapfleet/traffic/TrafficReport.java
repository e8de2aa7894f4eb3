package org.snapfleet.traffic;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The traffic of a period.
 *
 * @param counted by window, client and instance
 * @param drops of the whole period, also where only its last windows were asked for
 */
record TrafficReport(Period period, List<Counted> counted, List<Dropped> drops) {

  /** By window, in order, and by the name of a client or an instance. */
  SortedMap<Long, Map<String, Figures>> windows(Function<Counted, String> name) {
    SortedMap<Long, Map<String, Figures>> windows = new TreeMap<>();
    for (Counted each : counted) {
      windows
          .computeIfAbsent(each.start(), start -> new TreeMap<>())
          .merge(name.apply(each), each.figures(), Figures::plus);
    }
    return windows;
  }

  /** The sums of the whole period by name. */
  Map<String, Figures> sums(Function<Counted, String> name) {
    Map<String, Figures> sums = new HashMap<>();
    counted.forEach(each -> sums.merge(name.apply(each), each.figures(), Figures::plus));
    return sums;
  }

  /** How many requests are in no window. */
  long dropped() {
    return drops.stream().mapToLong(Dropped::requests).sum();
  }
}
