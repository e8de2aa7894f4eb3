package org.snapfleet.check;

import java.time.Duration;
import java.util.List;
import org.snapfleet.fleet.Settings;

/**
 * What an instance depends on, as it is at the moment.
 *
 * @param name what the site calls it, such as {@code database}
 * @param isUp whether it can be worked with
 * @param took how long that took to find out
 * @param causes the likely ones, where it is not
 */
public record Dependency(String name, boolean isUp, Duration took, List<String> causes) {
  /** Less than whoever watches waits. */
  private static final Duration PATIENCE = Duration.ofSeconds(4);

  /** Tries all of them, one after the other, as {@code ./snapfleet check} does. */
  public static List<Dependency> all(Settings settings) {
    boolean oneOfMany = !settings.database().isEmbedded();
    return Checks.of(settings, oneOfMany, "").stream().map(Dependency::of).toList();
  }

  private static Dependency of(Check check) {
    long begin = System.nanoTime();
    List<Finding> findings = Checks.look(check, PATIENCE);
    List<String> causes =
        findings.stream()
            .flatMap(finding -> finding.notes().stream())
            .filter(note -> note.verdict() == Verdict.FAILED)
            .map(Note::what)
            .toList();
    boolean up = findings.stream().noneMatch(f -> f.verdict() == Verdict.FAILED);
    return new Dependency(check.name(), up, Duration.ofNanos(System.nanoTime() - begin), causes);
  }
}
