package org.snapfleet.drill;

import java.util.ArrayList;
import java.util.List;

/** All changes of a group's size, one after the other. */
final class History {
  private final List<Change> changes = new ArrayList<>();

  void add(Change change) {
    changes.add(change);
  }

  List<Change> changes() {
    return List.copyOf(changes);
  }

  /** How often growing became shrinking or the other way round: more than once is flapping. */
  int turns() {
    int turns = 0;
    for (int i = 1; i < changes.size(); i++) {
      turns += changes.get(i).isGrowth() == changes.get(i - 1).isGrowth() ? 0 : 1;
    }
    return turns;
  }

  /** The most instances that were asked for. */
  int largest() {
    return changes.stream().mapToInt(Change::to).max().orElse(0);
  }

  boolean hasGrown() {
    return changes.stream().anyMatch(Change::isGrowth);
  }
}
