package org.snapfleet.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/**
 * What the bench prints, each figure as soon as it is known. What is counted must be right; what is
 * timed is a ratio within this run, and is only printed.
 */
final class Table {
  private final PrintStream out;
  private final List<Figure> wrong = new ArrayList<>();

  Table(PrintStream out) {
    this.out = out;
    say("| figure | aim | reached | met |");
    say("|---|---|---|---|");
  }

  void timed(Figure figure) {
    say(figure.line());
  }

  void counted(Figure figure) {
    say(figure.line());
    if (!figure.isMet()) {
      wrong.add(figure);
      Caller.troubles().forEach(this::say);
    }
  }

  private void say(String line) {
    out.println(line);
    out.flush();
  }

  /** Whether all that was counted is as it must be. */
  boolean isRight() {
    return wrong.isEmpty();
  }
}
