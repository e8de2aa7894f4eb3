package org.snapfleet.drill;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** What became of the requests of one kind. */
final class Answers {
  private final AtomicInteger right = new AtomicInteger();
  private final Queue<Loss> lost = new ConcurrentLinkedQueue<>();

  void right() {
    right.incrementAndGet();
  }

  void lost(Loss loss) {
    lost.add(loss);
  }

  int rightOnes() {
    return right.get();
  }

  /** Those that were not answered as they should be. */
  List<Loss> lostOnes() {
    return List.copyOf(lost);
  }
}
