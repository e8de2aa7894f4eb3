package org.snapfleet.bench;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/**
 * Loads several pages one after the other, in turns, so that a noisy machine disturbs all alike.
 */
final class Turns {
  private static final int CONNECTIONS = 16;

  private final Pace pace;
  private final Map<String, Target> targets = new LinkedHashMap<>();
  private final Map<String, List<Met>> met = new LinkedHashMap<>();

  /**
   * How long is measured.
   *
   * @param warmUp seconds for each page before the first turn
   * @param seconds for each page in each turn
   */
  record Pace(int turns, int warmUp, int seconds) {
    static final Pace FULL = new Pace(7, 30, 4);
  }

  /** A page, the header that it is asked with at that moment, and its process' time so far. */
  private record Target(URI page, Supplier<String> header, Supplier<Duration> processorTime) {}

  Turns(Pace pace) {
    this.pace = pace;
  }

  Turns with(String name, URI page) {
    return with(name, page, () -> "Accept: */*");
  }

  Turns with(String name, URI page, Supplier<String> header) {
    targets.put(name, new Target(page, header, () -> Duration.ZERO));
    return this;
  }

  /** One whose process is watched. */
  Turns watched(String name, URI page, LongSupplier processorTime) {
    targets.put(
        name,
        new Target(page, () -> "Accept: */*", () -> Duration.ofNanos(processorTime.getAsLong())));
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

  private Met load(Target target) {
    Duration before = target.processorTime().get();
    Wrk met = Wrk.run(target.page(), CONNECTIONS, pace.seconds(), target.header().get());
    Duration took = target.processorTime().get().minus(before);
    return new Met(met, took.toNanos() / (met.rate() * pace.seconds()));
  }

  /**
   * What a turn was like.
   *
   * @param each nanoseconds of processors for a request, where the process is watched
   */
  private record Met(Wrk wrk, double each) {}

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

  /** Of processors, for a request. */
  Share processorTime(String name, String reference) {
    return Share.of(
        met.get(name).stream().mapToDouble(Met::each).toArray(),
        met.get(reference).stream().mapToDouble(Met::each).toArray());
  }

  private double[] all(String name, ToDoubleFunction<Wrk> what) {
    return met.get(name).stream().map(Met::wrk).mapToDouble(what).toArray();
  }
}
