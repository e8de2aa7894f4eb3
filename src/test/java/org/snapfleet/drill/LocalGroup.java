package org.snapfleet.drill;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.snapfleet.site.Fleet;
import org.snapfleet.site.FleetPart;

/**
 * The auto-scaling group's hands: it starts instances of the local fleet and asks others to end,
 * the oldest first, beside whoever watches.
 */
final class LocalGroup {
  /** Not the JVM's common threads: those may be one, which the visitors' answers need. */
  private final Executor hands = Executors.newCachedThreadPool(LocalGroup::daemon);

  private final Fleet fleet;
  private final GroupFigures figures;
  private final List<String> names = new ArrayList<>();
  private volatile CompletableFuture<Void> change = CompletableFuture.completedFuture(null);

  LocalGroup(Fleet fleet, GroupFigures figures) {
    this.fleet = fleet;
    this.figures = figures;
    fleet.instances().forEach(instance -> names.add(instance.name()));
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "group");
    thread.setDaemon(true);
    return thread;
  }

  /** How many there are, those that boot included and those that end not. */
  synchronized int size() {
    return names.size();
  }

  boolean isChanging() {
    return !change.isDone();
  }

  /** Fails where the last change has. */
  void assertIsWell() {
    if (change.isCompletedExceptionally()) {
      change.join();
    }
  }

  /** Those that are in service, the oldest first. */
  synchronized List<FleetPart> instances() {
    List<FleetPart> all = fleet.instances();
    return names.stream()
        .flatMap(name -> all.stream().filter(part -> part.name().equals(name)))
        .filter(FleetPart::isAlive)
        .toList();
  }

  /**
   * Begins to grow or to shrink.
   *
   * @param then what is to be done when the last instance has come or gone
   */
  synchronized void changeTo(int wanted, Runnable then) {
    List<Runnable> steps = new ArrayList<>();
    while (names.size() > wanted) {
      FleetPart oldest = fleet.part(names.remove(0));
      steps.add(() -> fleet.terminate(oldest));
    }
    while (names.size() < wanted) {
      String name = freeName();
      names.add(name);
      steps.add(() -> fleet.startInstance(name));
    }
    begin(steps, then);
  }

  private String freeName() {
    return IntStream.rangeClosed(1, figures.max())
        .mapToObj(i -> "instance-" + i)
        .filter(name -> !names.contains(name))
        .findFirst()
        .orElseThrow();
  }

  /**
   * Begins to end an instance that does not answer, at once, and to start another.
   *
   * @param ended what is to be done in between
   * @param then what is to be done when the other has come
   */
  synchronized void replace(FleetPart broken, Runnable ended, Runnable then) {
    names.remove(broken.name());
    names.add(broken.name());
    Runnable step =
        () -> {
          fleet.kill(broken);
          ended.run();
          fleet.startInstance(broken.name());
        };
    begin(List.of(step), then);
  }

  private void begin(List<Runnable> steps, Runnable then) {
    change =
        CompletableFuture.allOf(
                steps.stream()
                    .map(step -> CompletableFuture.runAsync(step, hands))
                    .toArray(CompletableFuture[]::new))
            .thenRun(then);
  }
}
