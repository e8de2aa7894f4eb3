package org.snapfleet.drill;

import java.io.PrintStream;
import java.time.Duration;

/** Where the drill tells what it sees. */
final class Screen {
  private final PrintStream out;

  Screen(PrintStream out) {
    this.out = out;
  }

  void say(String line) {
    out.println(line);
    out.flush();
  }

  /** A line with AWS's time. */
  void at(Duration time, String line) {
    say("%3d:%02d  %s".formatted(time.toMinutes(), time.toSecondsPart(), line));
  }
}
