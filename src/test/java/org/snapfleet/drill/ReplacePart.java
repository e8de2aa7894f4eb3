package org.snapfleet.drill;

import java.util.List;
import org.snapfleet.site.FleetPart;

/**
 * An instance that stops answering is replaced, by the balancer's checks. It does not end: it
 * hangs, keeps its connections and takes new ones.
 */
final class ReplacePart {
  /** A minute of AWS's is fifteen seconds here: a check must have time for its answer. */
  private static final double FACTOR = 4;

  private static final int VISITORS_PER_SECOND = 10;

  private static final int MOST_CHECKS = 60;

  private ReplacePart() {}

  static Verdict play(Stage stage) {
    Screen screen = stage.screen();
    screen.say("\nReplacing: an instance hangs (kill -STOP).");
    stage.setLatency("0ms");
    Visitors visitors = Visitors.looking(stage.fleet().balancer(), VISITORS_PER_SECOND);
    Visitors leaving = Visitors.signingOut(stage.fleet().balancer(), 3);
    int retriedBefore = stage.log().retried();
    Rounds rounds = new Rounds(stage, FACTOR);
    FleetPart hung = stage.group().instances().get(0);
    long hungAt;
    try (visitors;
        leaving) {
      rounds.pass();
      hungAt = System.nanoTime();
      stage.fleet().suspend(List.of(hung));
      screen.say(hung.name() + " hangs.");
      for (int i = 0; i < MOST_CHECKS && rounds.replaced() == 0; i++) {
        rounds.pass();
      }
      rounds.pass();
    }
    Verdict verdict = new Verdict(screen);
    FleetPart successor = stage.fleet().part(hung.name());
    verdict.judge(!hung.isAlive(), "%s (pid %d) has ended".formatted(hung.name(), hung.pid()));
    verdict.judge(
        successor.isAlive() && successor.pid() != hung.pid(),
        "another one is in its place (pid %d)".formatted(successor.pid()));
    verdict.judge(rounds.replaced() == 1, "nothing else was replaced");
    verdict.judgeNoneLost("front pages", visitors.answers());
    screen.say(
        "       %d were asked again on another instance when the hung one had ended"
            .formatted(stage.log().retried() - retriedBefore));
    List<Loss> lost = leaving.answers().lostOnes();
    verdict.judge(
        lost.stream().allMatch(loss -> loss.wasUnderWay(hungAt, rounds.endedAt())),
        "%d sign-outs answered, %d lost: those that were on the hung instance"
            .formatted(leaving.answers().rightOnes(), lost.size()));
    screen.say(
        "       (HAProxy asks again elsewhere for a GET alone, and only as the instance ends)");
    lost.stream().limit(2).forEach(loss -> screen.say("       such as: " + loss));
    return verdict;
  }
}
