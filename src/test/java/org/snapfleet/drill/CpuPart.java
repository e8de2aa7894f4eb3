package org.snapfleet.drill;

/** A load that takes processor time makes the fleet grow, and its end makes it shrink. */
final class CpuPart {
  /** A minute of AWS's is a second here. */
  private static final double FACTOR = 60;

  private static final int VISITORS_PER_SECOND = 5;

  private CpuPart() {}

  static Verdict play(Stage stage) {
    Screen screen = stage.screen();
    screen.say("\nBy processor: some people sign in with a password again and again.");
    stage.setLatency("0ms");
    ProcessorTimes times = new ProcessorTimes();
    Visitors visitors = Visitors.looking(stage.fleet().balancer(), VISITORS_PER_SECOND);
    SignIns signIns = new SignIns(stage.fleet(), stage.group()::isChanging);
    Watch watch =
        new Watch(
            TargetTracking.of(Stack.byCpu()),
            stage.group(),
            FACTOR,
            new Watch.Unit("processors", "%.0f %%"),
            () -> times.takeAverage(stage.group().instances()),
            screen);
    try (visitors) {
      try (signIns) {
        watch.until(watch.history()::hasGrown);
      }
      screen.say("Now nobody signs in.");
      watch.until(() -> stage.group().size() == stage.figures().min());
    }
    Verdict verdict = new Verdict(screen);
    Shape.judge(verdict, watch.history(), stage);
    verdict.judge(
        watch.history().largest() == stage.figures().max(),
        "it grew as far as it may: to " + watch.history().largest());
    verdict.judgeNoneLost("front pages", visitors.answers());
    verdict.judgeNoneLost("sign-ins", signIns.answers());
    return verdict;
  }
}
