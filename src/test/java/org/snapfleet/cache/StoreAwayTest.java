package org.snapfleet.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.snapfleet.cache.FakeStore.Mood;
import org.snapfleet.site.Await;

/** Readers and writers while the store does not answer. */
@Timeout(30)
class StoreAwayTest {
  private static final long SECOND = 1_000_000_000L;

  private final FakeStore store = new FakeStore();
  private final FakeTime clock = new FakeTime();
  private final FakeDatabase database = new FakeDatabase();
  private final Tally tally = new Tally();
  private final SharedLists one = new SharedLists(store, clock.time(), tally.counts());

  private Listed<Long> read() {
    return one.read(one.look(), database.list());
  }

  @Test
  void everyReadIsOfTheDatabaseAndFewQueriesBeginInASecond() {
    store.is(Mood.AWAY);
    long begin = clock.now();
    for (int i = 0; i < 4; i++) {
      read();
    }
    assertThat(clock.now()).as("a quiet site waits for nothing").isEqualTo(begin);

    for (int i = 0; i < 40; i++) {
      long committed = database.commit();
      assertThat(read()).isEqualTo(new Listed<>(committed, false));
    }
    assertThat(clock.now() - begin).isEqualTo(10 * SECOND);
    assertThat(tally.errors).hasPositiveValue();
  }

  /** Four of them and one look: without a join, each would need a query of its own. */
  @Test
  void whoComesWhileAQueryIsUnderWayTakesTheNext() throws Exception {
    store.is(Mood.AWAY);
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    database.whileAsked(
        () -> {
          asked.countDown();
          await(goOn);
        });
    CompletableFuture<Listed<Long>> early = CompletableFuture.supplyAsync(this::read);
    await(asked);
    database.commit();
    List<CompletableFuture<Listed<Long>>> late = new ArrayList<>();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      CompletableFuture<Listed<Long>> answer = new CompletableFuture<>();
      Thread thread = new Thread(() -> answer.complete(read()));
      thread.start();
      threads.add(thread);
      late.add(answer);
    }
    Await.until(
        "all wait",
        Duration.ofSeconds(10),
        () -> threads.stream().allMatch(t -> t.getState() == Thread.State.WAITING));
    goOn.countDown();

    assertThat(early.get(10, TimeUnit.SECONDS).value()).isZero();
    for (CompletableFuture<Listed<Long>> answer : late) {
      assertThat(answer.get(10, TimeUnit.SECONDS).value()).isEqualTo(1);
    }
    assertThat(database.queries).as("one for the first, one for all others").hasValue(2);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aWriterThatIsNotHeardWaitsUntilEveryEntryIsDead() {
    read();
    store.is(Mood.AWAY);
    database.commit();
    long begin = clock.now();
    one.changed();

    assertThat(clock.now() - begin).isBetween(25 * SECOND / 10, 26 * SECOND / 10);
    store.is(Mood.WELL); // with its old version, and the old entry under it
    assertThat(read().value()).isEqualTo(1);
  }

  /** It has the right version, and is older than the change that nobody could be told of. */
  @Test
  void aFlightThatTookTooLongServesNobodyWhoCameLater() throws Exception {
    read();
    clock.pass(Duration.ofSeconds(3));
    store.endLeases();
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    database.whileAsked(
        () -> {
          asked.countDown();
          await(goOn);
        });
    CompletableFuture<Listed<Long>> early = CompletableFuture.supplyAsync(this::read);
    await(asked);
    store.is(Mood.AWAY);
    database.commit();
    one.changed();
    store.is(Mood.WELL);
    CompletableFuture<Listed<Long>> late = new CompletableFuture<>();
    Thread thread = new Thread(() -> late.complete(read()));
    thread.start();
    Await.until(
        "it waits", Duration.ofSeconds(10), () -> thread.getState() == Thread.State.WAITING);
    goOn.countDown();

    assertThat(early.get(10, TimeUnit.SECONDS).value()).isZero();
    assertThat(late.get(10, TimeUnit.SECONDS).value()).isEqualTo(1);
    assertThat(tally.stalePrevented).hasPositiveValue();
  }

  /** An instance whose clock is behind takes entries for younger than they are. */
  @Test
  void theWaitAllowsForClocksThatDiffer() {
    SharedLists behind =
        new SharedLists(store, clock.ahead(Duration.ofMillis(-200)), tally.counts());
    read();
    store.is(Mood.AWAY);
    database.commit();
    one.changed();
    store.is(Mood.WELL);
    store.endLeases();

    assertThat(behind.read(behind.look(), database.list()).value()).isEqualTo(1);
  }

  @Test
  void aLostAnswerIsNoReasonToBelieveThatTheVersionIsReplaced() {
    read();
    store.is(Mood.DEAF);
    database.commit();
    long begin = clock.now();
    one.changed();

    assertThat(clock.now() - begin).isGreaterThanOrEqualTo(25 * SECOND / 10);
  }

  @Test
  void aStoreThatComesBackEndsTheWait() {
    read();
    Time time = clock.time();
    Time helping =
        new Time(
            time.nanoTime(),
            time.clock(),
            nanos -> {
              time.pause().nanos(nanos);
              store.is(Mood.WELL);
            });
    SharedLists writer = new SharedLists(store, helping, tally.counts());
    store.is(Mood.AWAY);
    database.commit();
    long begin = clock.now();
    writer.changed();

    assertThat(clock.now() - begin).isLessThan(SECOND / 10);
    assertThat(read().value()).isEqualTo(1);
  }

  @Test
  void whatAWriterHadToLeaveIsReplacedLater() throws Exception {
    read();
    Version before = store.version().answer().orElseThrow();
    store.is(Mood.AWAY);
    one.changed();
    one.settle();
    store.is(Mood.WELL);
    assertThat(store.version().answer()).contains(before);
    one.settle();

    Version after = store.version().answer().orElseThrow();
    assertThat(after).isNotEqualTo(before);
    one.settle();
    assertThat(store.version().answer()).contains(after);
  }
}
