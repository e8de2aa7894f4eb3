package org.snapfleet.bench;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/**
 * Loads several pages one after the other, in turns, so that a noisy machine disturbs all alike.
 */
final class Turns {
  private static final int CONNECTIONS = 16;

  private final Pace pace;
  private final Map<String, Target> targets = new LinkedHashMap<>();
  private final Map<String, List<Wrk>> met = new LinkedHashMap<>();

  /**
   * How long is measured.
   *
   * @param warmUp seconds for each page before the first turn
   * @param seconds for each page in each turn
   */
  record Pace(int turns, int warmUp, int seconds) {
    static final Pace FULL = new Pace(7, 30, 4);
  }

  /** A page and the header that it is asked with at that moment. */
  private record Target(URI page, Supplier<String> header) {}

  Turns(Pace pace) {
    this.pace = pace;
  }

  Turns with(String name, URI page) {
    return with(name, page, () -> "Accept: */*");
  }

  Turns with(String name, URI page, Supplier<String> header) {
    targets.put(name, new Target(page, header));
    return this;
  }

  Turns run() {
    targets.values().forEach(t -> Wrk.warm(t.page(), CONNECTIONS, pace.warmUp(), t.header().get()));
    for (int i = 0; i < pace.turns(); i++) {
      targets.forEach(
          (name, target) -> met.computeIfAbsent(name, n -> new ArrayList<>()).add(load(target)));
    }
    return this;
  }

  private Wrk load(Target target) {
    return Wrk.run(target.page(), CONNECTIONS, pace.seconds(), target.header().get());
  }

  /** Requests a second. */
  double rate(String name) {
    return Share.median(all(name, Wrk::rate));
  }

  Share rate(String name, String reference) {
    return Share.of(all(name, Wrk::rate), all(reference, Wrk::rate));
  }

  Share slowest(String name, String reference) {
    return Share.of(all(name, Wrk::slowest), all(reference, Wrk::slowest));
  }

  private double[] all(String name, ToDoubleFunction<Wrk> what) {
    return met.get(name).stream().mapToDouble(what).toArray();
  }
}
