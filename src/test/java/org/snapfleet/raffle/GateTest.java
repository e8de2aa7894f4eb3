package org.snapfleet.raffle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class GateTest {

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** The look under way may have seen the raffle before the put of whoever asks now. */
  @Test
  void aLookThatBeganBeforeTheQuestionIsNoAnswer() throws Exception {
    AtomicBoolean open = new AtomicBoolean(true);
    AtomicInteger looks = new AtomicInteger();
    CountDownLatch looking = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    Gate gate =
        new Gate(
            () -> {
              boolean seen = open.get();
              if (looks.incrementAndGet() == 1) {
                looking.countDown();
                await(goOn);
              }
              return seen;
            });
    CompletableFuture<Boolean> first = CompletableFuture.supplyAsync(gate::isStillOpen);
    await(looking);
    open.set(false);
    CompletableFuture<Boolean> second = CompletableFuture.supplyAsync(gate::isStillOpen);
    Thread.sleep(100);

    goOn.countDown();

    assertThat(first.get()).isTrue();
    assertThat(second.get()).isFalse();
  }

  @Test
  void aCrowdIsAnsweredByFewLooks() throws Exception {
    AtomicInteger looks = new AtomicInteger();
    Gate gate =
        new Gate(
            () -> {
              looks.incrementAndGet();
              try {
                Thread.sleep(50);
              } catch (InterruptedException e) {
                throw new AssertionError(e);
              }
              return true;
            });
    ExecutorService crowd = Executors.newFixedThreadPool(40);
    List<CompletableFuture<Boolean>> answers = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      answers.add(CompletableFuture.supplyAsync(gate::isStillOpen, crowd));
    }
    for (CompletableFuture<Boolean> answer : answers) {
      assertThat(answer.get()).isTrue();
    }
    crowd.shutdown();

    assertThat(looks.get()).isLessThan(10);
  }

  @Test
  void aLookThatFailsAnswersNobodyAndTheNextOneDoes() {
    AtomicInteger looks = new AtomicInteger();
    Gate gate =
        new Gate(
            () -> {
              if (looks.incrementAndGet() == 1) {
                throw new IllegalStateException("the database is away");
              }
              return true;
            });

    assertThatThrownBy(gate::isStillOpen).isInstanceOf(IllegalStateException.class);
    assertThat(gate.isStillOpen()).isTrue();
  }
}
