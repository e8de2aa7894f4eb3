package org.snapfleet.drill;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** What became of the requests of one kind. */
final class Answers {
  private final AtomicInteger right = new AtomicInteger();
  private final Queue<String> lost = new ConcurrentLinkedQueue<>();

  void right() {
    right.incrementAndGet();
  }

  void lost(String why) {
    lost.add(why);
  }

  int rightOnes() {
    return right.get();
  }

  /** What was wrong with each that was not answered as it should. */
  List<String> lostOnes() {
    return List.copyOf(lost);
  }
}
