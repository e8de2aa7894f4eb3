package org.snapfleet.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.snapfleet.fleet.RequestTally.Minute;

class RequestTallyTest {
  private static final long MILLI = 1_000_000;

  private final AtomicLong now = new AtomicLong(-7_000 * MILLI); // it may be anything
  private final RequestTally tally = new RequestTally(now::get);

  private void pass(Duration span) {
    now.addAndGet(span.toNanos());
  }

  @Test
  void nothingIsNothing() {
    assertThat(tally.lastMinute()).isEqualTo(new Minute(0, 0));
  }

  @Test
  void countsAndAveragesWhatWasAnswered() {
    tally.add(100 * MILLI);
    tally.add(200 * MILLI);
    pass(Duration.ofSeconds(1));
    tally.add(600 * MILLI);
    pass(Duration.ofSeconds(1));

    assertThat(tally.lastMinute()).isEqualTo(new Minute(3, 300));
  }

  @Test
  void whatIsOlderThanAMinuteIsForgotten() {
    tally.add(100 * MILLI);
    pass(Duration.ofSeconds(60));
    tally.add(5 * MILLI);
    assertThat(tally.lastMinute()).isEqualTo(new Minute(1, 100));
    pass(Duration.ofSeconds(1));

    assertThat(tally.lastMinute()).isEqualTo(new Minute(1, 5));
    pass(Duration.ofHours(1));
    assertThat(tally.lastMinute()).isEqualTo(new Minute(0, 0));
  }

  @Test
  void noneIsLostAmongManyThreads() throws InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    for (int i = 0; i < 4; i++) {
      threads.execute(
          () -> {
            for (int n = 0; n < 10_000; n++) {
              tally.add(MILLI);
            }
          });
    }
    threads.shutdown();
    assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
    pass(Duration.ofSeconds(1));

    assertThat(tally.lastMinute()).isEqualTo(new Minute(40_000, 1));
  }
}
