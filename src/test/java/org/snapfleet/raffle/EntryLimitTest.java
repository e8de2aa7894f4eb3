package org.snapfleet.raffle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.snapfleet.http.AddressBlock;
import org.snapfleet.http.Problem;

class EntryLimitTest {
  private static final AddressBlock HALL = AddressBlock.of("192.0.2.1");

  private long now = Long.MAX_VALUE - 5; // a nanoTime may wrap around

  private final EntryLimit limit = new EntryLimit(3, () -> now);

  private Problem refused(AddressBlock block) {
    return catchThrowableOfType(Problem.class, () -> limit.count(block));
  }

  @Test
  void aBlockHasSoManyTriesInAMinute() {
    for (int i = 0; i < 3; i++) {
      limit.count(AddressBlock.of("192.0.2." + i));
    }
    now += Duration.ofMillis(59_500).toNanos();
    Problem refused = refused(HALL);

    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.retryAfter()).contains(Duration.ofSeconds(1));
    assertThatCode(() -> limit.count(AddressBlock.of("192.0.3.1"))).doesNotThrowAnyException();

    now += Duration.ofSeconds(1).toNanos();
    assertThat(refused(HALL)).isNull();
  }

  @Test
  void ofManyAtOnceNotOneTooManyPasses() throws InterruptedException {
    EntryLimit large = new EntryLimit(1_000, () -> 0);
    AtomicInteger passed = new AtomicInteger();
    ExecutorService crowd = Executors.newFixedThreadPool(8);
    Callable<Integer> one =
        () -> {
          large.count(HALL);
          return passed.incrementAndGet();
        };
    List<Future<Integer>> all = crowd.invokeAll(Collections.nCopies(3_000, one));
    crowd.shutdown();

    assertThat(all).hasSize(3_000).allMatch(Future::isDone);
    assertThat(passed).hasValue(1_000);
  }
}
