package org.snapfleet.check;

import java.io.PrintStream;
import java.util.Locale;

/** Prints findings as they come, and remembers whether one is bad. */
final class Report {
  private final PrintStream out;
  private boolean hasFailure;

  Report(PrintStream out) {
    this.out = out;
  }

  void add(Finding finding) {
    hasFailure = hasFailure || finding.verdict() == Verdict.FAILED;
    String found = finding.found().isEmpty() ? "" : ": " + finding.found();
    print("%-11s%-9s%s%s".formatted(finding.name(), finding.verdict(), finding.where(), found));
    finding.notes().forEach(this::add);
  }

  private void add(Note note) {
    print(" ".repeat(11) + "- " + sentence(note.what()));
    if (!note.remedy().isEmpty()) {
      print(" ".repeat(13) + note.remedy());
    }
  }

  /** What a server answered may hold what a terminal would obey. */
  private void print(String line) {
    out.println(line.replaceAll("\\p{Cntrl}", "?"));
  }

  /** A cause begins as its author wrote it and ends as a sentence. */
  private static String sentence(String what) {
    String begun =
        what.isEmpty() ? what : what.substring(0, 1).toUpperCase(Locale.ROOT) + what.substring(1);
    return begun.endsWith(".") || begun.endsWith("?") ? begun : begun + ".";
  }

  boolean hasFailure() {
    return hasFailure;
  }
}
