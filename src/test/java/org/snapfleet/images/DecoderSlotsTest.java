package org.snapfleet.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class DecoderSlotsTest {
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch started = new CountDownLatch(1);
  private final CountDownLatch finish = new CountDownLatch(1);
  private final AtomicInteger atOnce = new AtomicInteger();
  private final DecoderSlots slots = new DecoderSlots(1, 1);

  @TempDir Path folder;

  @AfterEach
  void stop() {
    finish.countDown();
    threads.shutdownNow();
  }

  private String decode() {
    assertThat(atOnce.incrementAndGet()).isEqualTo(1);
    started.countDown();
    try {
      finish.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    atOnce.decrementAndGet();
    return "done";
  }

  private Future<String> inThread() {
    return threads.submit(() -> slots.in(this::decode));
  }

  /** One decodes until the test ends, one waits for it. */
  private List<Future<String>> fill() throws InterruptedException {
    Future<String> first = inThread();
    started.await();
    Future<String> second = inThread();
    while (!slots.full()) {
      if (Thread.interrupted()) {
        throw new InterruptedException("The queue never became full");
      }
      Thread.onSpinWait();
    }
    return List.of(first, second);
  }

  @Test
  void turnAwayWhoFindsTheQueueFull() throws Exception {
    assertThat(fill()).noneMatch(Future::isDone);
    assertThatThrownBy(() -> slots.in(() -> "never")).isInstanceOf(BusyException.class);
  }

  @Test
  void runOneAfterTheOther() throws Exception {
    Future<String> first = inThread();
    started.await();
    Future<String> second = inThread();
    finish.countDown();
    assertThat(first.get()).isEqualTo("done");
    assertThat(second.get()).isEqualTo("done");
    assertThat(slots.full()).isFalse();
    assertThat(slots.in(() -> "free")).isEqualTo("free");
  }

  @Test
  void keepADarkroomFromTakingMore() throws Exception {
    Darkroom darkroom = new Darkroom(new DarkroomLimits(1000, 1, 1), slots);
    assertThat(darkroom.busy()).isFalse();
    assertThat(fill()).noneMatch(Future::isDone);
    assertThat(darkroom.busy()).isTrue();
    Path upload = Files.write(folder.resolve("upload"), Drawn.png(Drawn.redCorner(9, 9)));
    Path work = Files.createDirectory(folder.resolve("work"));
    assertThatThrownBy(() -> darkroom.develop(upload, work)).isInstanceOf(BusyException.class);
    assertThat(work).isEmptyDirectory();
  }
}
