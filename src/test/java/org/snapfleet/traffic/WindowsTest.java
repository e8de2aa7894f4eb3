package org.snapfleet.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowsTest {
  private static final long START = 1_795_843_780_000L;
  private static final long MILLI = 1_000_000;

  private final Windows windows = new Windows();

  private void add(long cameAt, String client) {
    assertThat(windows.add(cameAt, client, 200, 0, MILLI)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "1795843780000, 1795843780000",
    "1795843789999, 1795843780000",
    "1795843790000, 1795843790000",
    "-1, -10000",
    "0, 0"
  })
  void aWindowIsTenSecondsFromItsStartOn(long time, long start) {
    assertThat(Window.startOf(time)).isEqualTo(start);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "1000000, 0", "1000001, 1", "10000000000, 12", "10000000001, 13"})
  void aTimeIsInTheBucketWhoseBoundItDoesNotExceed(long nanos, int bucket) {
    assertThat(TimeBounds.bucket(nanos)).isEqualTo(bucket);
  }

  @Test
  void requestsAreCountedByWindowAndClient() {
    windows.add(START, "192.0.2.1", 200, 100, 3 * MILLI);
    windows.add(START + 9_999, "192.0.2.1", 404, 20, 900 * MILLI);
    windows.add(START + 9_999, "192.0.2.2", 503, 3, 11_000 * MILLI);
    windows.add(START + 10_000, "192.0.2.1", 304, 0, MILLI / 2);

    assertThat(windows.unwritten())
        .usingRecursiveFieldByFieldElementComparator()
        .containsExactly(
            new WindowRow(START, "192.0.2.1", counts(2, 1, 0, 120, 903, 2, 9)),
            new WindowRow(START, "192.0.2.2", counts(1, 0, 1, 3, 11_000, 13)),
            new WindowRow(START + 10_000, "192.0.2.1", counts(1, 0, 0, 0, 0, 0)));
  }

  /** A row's counts: the first five, and the buckets that one request each is in. */
  private static long[] counts(
      long requests, long theirErrors, long ourErrors, long bytes, long millis, int... buckets) {
    long[] counts = new long[WindowRow.COUNTS];
    counts[0] = requests;
    counts[1] = theirErrors;
    counts[2] = ourErrors;
    counts[3] = bytes;
    counts[4] = millis;
    IntStream.of(buckets).forEach(bucket -> counts[5 + bucket]++);
    return counts;
  }

  @Test
  void whatIsWrittenIsNotWrittenAgainUntilItChanges() {
    add(START, "a");
    add(START, "b");
    windows.written(windows.unwritten());
    assertThat(windows.unwritten()).isEmpty();

    add(START, "b");

    assertThat(windows.unwritten()).singleElement().returns(2L, WindowRow::requests);
  }

  @Test
  void whatCameWhileARowWasWrittenIsWrittenNext() {
    add(START, "a");
    List<WindowRow> first = windows.unwritten();
    add(START, "a");
    windows.written(first);

    assertThat(windows.unwritten()).singleElement().returns(2L, WindowRow::requests);
  }

  @Test
  void aMillionClientsInAWindowTakeTheRoomOfAThousand() {
    for (int i = 0; i < 1_000_000; i++) {
      add(START, Integer.toString(i));
    }

    assertThat(windows.rows()).isEqualTo(Windows.CLIENTS + 1);
    assertThat(windows.unwritten())
        .filteredOn(row -> row.client().equals(Window.OTHER))
        .singleElement()
        .returns(1_000_000L - Windows.CLIENTS, WindowRow::requests);
    assertThat(windows.unwritten().stream().mapToLong(WindowRow::requests).sum())
        .isEqualTo(1_000_000);
  }

  @Test
  void aWindowTakesSlowRequestsForMinutesAndThenNeverAgain() {
    add(START, "a");
    windows.written(windows.unwritten());
    assertThat(windows.closeOld(START + Windows.KEPT - 1)).isEmpty();
    add(START, "a");
    assertThat(windows.closeOld(START + Windows.KEPT)).as("kept until it is written").isEmpty();
    windows.written(windows.unwritten());
    add(START + Windows.KEPT, "a");

    assertThat(windows.closeOld(START + Windows.KEPT)).isEmpty();

    assertThat(windows.add(START, "a", 200, 0, 0)).as("its row would be overwritten").isFalse();
    assertThat(windows.add(START - Window.LENGTH, "a", 200, 0, 0)).isFalse();
    add(START + Windows.KEPT, "a");
  }

  @Test
  void withoutADatabaseTheOldestGoWhereThereIsNoRoom() {
    int most = Windows.ROWS / (Windows.CLIENTS + 1);
    for (int w = 0; w <= most; w++) {
      for (int c = 0; c < Windows.CLIENTS + 5; c++) {
        add(START + w * Window.LENGTH, Integer.toString(c));
      }
      if (w == 0) {
        windows.written(windows.unwritten().subList(0, 10));
      }
    }

    List<Windows.Lost> lost = windows.closeOld(START + most * Window.LENGTH);

    assertThat(lost).containsExactly(new Windows.Lost(START, Windows.CLIENTS + 5, 10));
    assertThat(windows.rows()).isLessThanOrEqualTo(Windows.ROWS);
  }

  /** Threads count while others write and close: each request is in a row or refused. */
  @Test
  void noRequestIsLostOrCountedTwice() throws InterruptedException {
    int threads = 8;
    int each = 50_000;
    AtomicLong refused = new AtomicLong();
    AtomicBoolean isOver = new AtomicBoolean();
    ConcurrentLinkedQueue<Windows.Lost> lost = new ConcurrentLinkedQueue<>();
    LastRows rows = new LastRows();
    Thread writer =
        new Thread(
            () -> {
              long now = START;
              while (!isOver.get()) {
                List<WindowRow> some = windows.unwritten();
                rows.write(some);
                windows.written(some);
                now += Window.LENGTH;
                lost.addAll(windows.closeOld(now + Windows.KEPT));
              }
            });
    writer.start();
    List<Thread> all =
        IntStream.range(0, threads).mapToObj(t -> new Thread(() -> count(each, refused))).toList();
    all.forEach(Thread::start);
    for (Thread thread : all) {
      thread.join();
    }
    isOver.set(true);
    writer.join();
    rows.write(windows.unwritten());
    long written = rows.requests();

    assertThat(lost).as("what is not written is kept").isEmpty();
    assertThat(written + refused.get()).isEqualTo((long) threads * each);
    assertThat(written).isPositive();
  }

  private void count(int requests, AtomicLong refused) {
    for (int i = 0; i < requests; i++) {
      long cameAt = START + (long) i * 20;
      if (!windows.add(cameAt, "client-" + i % 2, 200, 1, MILLI)) {
        refused.incrementAndGet();
      }
    }
  }
}
