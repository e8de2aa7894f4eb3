package org.snapfleet.drill;

import java.util.ArrayList;
import java.util.List;

/** What had to be so, and whether it was. */
final class Verdict {
  private final Screen screen;
  private final List<String> unmet = new ArrayList<>();

  Verdict(Screen screen) {
    this.screen = screen;
  }

  /** Says it. */
  void judge(boolean isMet, String what) {
    screen.say("  %-4s %s".formatted(isMet ? "yes" : "NO", what));
    if (!isMet) {
      unmet.add(what);
    }
  }

  /** No request of this kind was answered otherwise than it should be. */
  void judgeNoneLost(String what, Answers answers) {
    List<Loss> lost = answers.lostOnes();
    judge(
        lost.isEmpty() && answers.rightOnes() > 0,
        "no lost request: %s, %,d answered, %d lost %s"
            .formatted(what, answers.rightOnes(), lost.size(), lost.stream().limit(3).toList()));
  }

  /** What was not as it had to be. */
  List<String> unmet() {
    return unmet;
  }
}
