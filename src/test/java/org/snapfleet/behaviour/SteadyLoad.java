package org.snapfleet.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Some people who ask again and again, and note every answer that is not what it should be. */
final class SteadyLoad implements AutoCloseable {
  private static final int PAUSE_MILLIS = 20;

  private final ExecutorService people;
  private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
  private final AtomicInteger right = new AtomicInteger();
  private volatile boolean isOver;

  /**
   * Begins.
   *
   * @param ask says what was wrong with an answer; nothing, where nothing was
   */
  SteadyLoad(int people, Supplier<String> ask) {
    this.people = Executors.newFixedThreadPool(people);
    for (int i = 0; i < people; i++) {
      this.people.execute(() -> askAgainAndAgain(ask));
    }
  }

  private void askAgainAndAgain(Supplier<String> ask) {
    while (!isOver) {
      String complaint;
      try {
        complaint = ask.get();
      } catch (RuntimeException | AssertionError e) {
        complaint = e.toString();
      }
      if (complaint.isEmpty()) {
        right.incrementAndGet();
      } else {
        wrong.add(complaint);
      }
      rest();
    }
  }

  private static void rest() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  int right() {
    return right.get();
  }

  /** Ends; nothing was wrong. */
  void assertNothingWasWrong() {
    close();
    assertThat(wrong).isEmpty();
    assertThat(right).hasPositiveValue();
  }

  @Override
  public void close() {
    isOver = true;
    people.shutdown();
    try {
      assertThat(people.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
