package org.snapfleet.drill;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.snapfleet.site.FleetPart;

/** Health checks of all instances, round after round, at the balancer's interval. */
final class Rounds {
  private final Stage stage;
  private final HealthFigures checks = HealthFigures.of(Stack.byLatency());
  private final HealthRecord record;
  private final HealthCheck check;
  private final CompressedClock clock;
  private final Map<String, Duration> inServiceSince = new ConcurrentHashMap<>();
  private Duration next = Duration.ZERO;
  private final AtomicLong endedAt = new AtomicLong();
  private final AtomicInteger replaced = new AtomicInteger();

  Rounds(Stage stage, double factor) {
    this.stage = stage;
    this.record = new HealthRecord(checks, stage.figures());
    this.check = new HealthCheck(checks);
    this.clock = new CompressedClock(factor, stage.group()::isChanging);
    stage.screen().say("  AWS  answers to %s".formatted(checks.path()));
  }

  /** Waits for the next round; an instance that is broken is replaced from now on. */
  void pass() {
    next = next.plus(checks.interval());
    clock.sleepUntil(next);
    stage.group().assertIsWell();
    List<FleetPart> instances = stage.group().instances();
    Map<FleetPart, Boolean> answers = answers(instances);
    List<FleetPart> broken = new ArrayList<>();
    answers.forEach(
        (instance, hasAnswered) -> {
          if (record.isBroken(instance.name(), hasAnswered, age(instance))) {
            broken.add(instance);
          }
        });
    stage.screen().at(clock.now(), told(answers, broken));
    if (!broken.isEmpty() && !stage.group().isChanging()) {
      replace(broken.get(0));
    }
  }

  private Map<FleetPart, Boolean> answers(List<FleetPart> instances) {
    Duration patience = clock.here(checks.timeout());
    Map<FleetPart, CompletableFuture<Boolean>> asked = new HashMap<>();
    instances.forEach(instance -> asked.put(instance, check.ask(instance, patience)));
    Map<FleetPart, Boolean> answers = new HashMap<>();
    asked.forEach((instance, answer) -> answers.put(instance, answer.join()));
    return answers;
  }

  /** Those of the beginning have long been there. */
  private Duration age(FleetPart instance) {
    Duration since = inServiceSince.get(instance.name());
    return since == null ? stage.figures().grace() : clock.now().minus(since);
  }

  private void replace(FleetPart broken) {
    stage
        .group()
        .replace(
            broken,
            () -> endedAt.set(System.nanoTime()),
            () -> {
              inServiceSince.put(broken.name(), clock.now());
              record.forget(broken.name());
              replaced.incrementAndGet();
            });
  }

  private static String told(Map<FleetPart, Boolean> answers, List<FleetPart> broken) {
    return answers.entrySet().stream()
        .sorted(Comparator.comparing(e -> e.getKey().name()))
        .map(
            e ->
                e.getKey().name()
                    + (e.getValue() ? " yes" : " NO")
                    + (broken.contains(e.getKey()) ? ", is replaced" : ""))
        .collect(Collectors.joining("   "));
  }

  /** When an instance that was broken had been ended. */
  long endedAt() {
    return endedAt.get();
  }

  /** How many instances have been replaced by another that is in service. */
  int replaced() {
    return replaced.get();
  }
}
