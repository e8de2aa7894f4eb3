package org.snapfleet.drill;

import java.util.List;
import org.snapfleet.site.FleetPart;

/** One slow instance makes the fleet grow; when none is slow any more, it shrinks. */
final class LatencyPart {
  /** A minute of AWS's is a second here. */
  private static final double FACTOR = 60;

  private static final int VISITORS_PER_SECOND = 30;

  private LatencyPart() {}

  static Verdict play(Stage stage) {
    Screen screen = stage.screen();
    screen.say("\nBy latency: one instance takes 3 s for an answer, the others none.");
    List<FleetPart> instances = stage.group().instances();
    stage.setLatency("0ms");
    stage.setLatency(instances.get(instances.size() - 1), "3s");
    Visitors visitors = Visitors.looking(stage.fleet().balancer(), VISITORS_PER_SECOND);
    Watch watch =
        new Watch(
            SimpleScaling.of(Stack.byLatency()),
            stage.group(),
            FACTOR,
            new Watch.Unit("answers", "%.3f s"),
            stage.log()::takeAverage,
            screen);
    try (visitors) {
      watch.until(watch.history()::hasGrown);
      screen.say("Now no instance is slow.");
      stage.setLatency("0ms");
      watch.until(() -> stage.group().size() == stage.figures().min());
    }
    return judged(stage, watch.history(), visitors.answers());
  }

  private static Verdict judged(Stage stage, History history, Answers answers) {
    Verdict verdict = new Verdict(stage.screen());
    Shape.judge(verdict, history, stage);
    verdict.judgeNoneLost("front pages", answers);
    return verdict;
  }
}
