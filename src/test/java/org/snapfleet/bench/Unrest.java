package org.snapfleet.bench;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** What goes wrong with the cache while it is used: its servers pause and restart at random. */
final class Unrest {
  private static final Duration LONGEST = Duration.ofSeconds(3);

  private final List<CacheNode> nodes;
  private int pauses;
  private int restarts;

  Unrest(List<CacheNode> nodes) {
    this.nodes = nodes;
  }

  /** One trouble after the other; when it ends, all is well again. */
  void whileNot(BooleanSupplier done) {
    while (!done.getAsBoolean() && !nodes.isEmpty()) {
      CacheNode node = Spray.drawn(nodes);
      if (ThreadLocalRandom.current().nextBoolean()) {
        node.pause();
        aWhile();
        node.resume();
        pauses++;
      } else {
        node.kill();
        aWhile();
        node.start();
        restarts++;
      }
      aWhile();
    }
  }

  /** Often only a moment. */
  private static void aWhile() {
    double part = Math.pow(ThreadLocalRandom.current().nextDouble(), 2);
    LockSupport.parkNanos((long) (LONGEST.toNanos() * part));
  }

  @Override
  public String toString() {
    return "%d pauses and %d restarts of the cache".formatted(pauses, restarts);
  }
}
