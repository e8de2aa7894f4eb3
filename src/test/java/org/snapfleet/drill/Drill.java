package org.snapfleet.drill;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What {@code ./snapfleet drill} runs; its exit status is 0 where all was as it has to be. */
public final class Drill {
  /** Ctrl-C ends the fleet as well, and what is asked of it then goes wrong. */
  private static volatile boolean isEnding;

  private Drill() {}

  /**
   * Plays what is asked for.
   *
   * @param args the names of parts; without any, all of them
   */
  public static void main(String[] args) {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> isEnding = true));
    Screen screen = new Screen(System.out);
    List<String> unmet;
    try {
      unmet = play(screen, List.of(args));
    } catch (RuntimeException e) {
      if (isEnding) {
        return;
      }
      throw e;
    }
    screen.say(unmet.isEmpty() ? "\nAll was as it has to be." : "\nNot as it has to be: " + unmet);
    System.exit(unmet.isEmpty() ? 0 : 1);
  }

  private static List<String> play(Screen screen, List<String> chosen) {
    List<String> unmet = new ArrayList<>();
    try (Stage stage = new Stage(screen)) {
      parts()
          .forEach(
              (name, part) -> {
                if (chosen.isEmpty() || chosen.contains(name)) {
                  unmet.addAll(part.apply(stage).unmet());
                }
              });
    }
    return unmet;
  }

  private static Map<String, Function<Stage, Verdict>> parts() {
    Map<String, Function<Stage, Verdict>> parts = new LinkedHashMap<>();
    parts.put("latency", LatencyPart::play);
    parts.put("cpu", CpuPart::play);
    parts.put("replace", ReplacePart::play);
    return parts;
  }
}
