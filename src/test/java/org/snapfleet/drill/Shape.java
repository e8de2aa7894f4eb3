package org.snapfleet.drill;

import java.util.List;
import java.util.stream.Collectors;

/** What any part that grows and shrinks has to look like afterwards. */
final class Shape {
  private Shape() {}

  static void judge(Verdict verdict, History history, Stage stage) {
    int min = stage.figures().min();
    List<Change> changes = history.changes();
    verdict.judge(
        !changes.isEmpty() && changes.get(0).isGrowth() && changes.get(0).from() == min,
        "it grew and shrank: " + told(min, changes));
    verdict.judge(
        !changes.isEmpty() && stage.group().instances().size() == min,
        "in the end there are %d again".formatted(min));
    verdict.judge(
        history.turns() == 1,
        "no flapping: from growing to shrinking it turned %d time(s)".formatted(history.turns()));
  }

  private static String told(int min, List<Change> changes) {
    return changes.stream()
        .map(change -> " -> %d (%.2f)".formatted(change.to(), change.average()))
        .collect(Collectors.joining("", Integer.toString(min), ""));
  }
}
