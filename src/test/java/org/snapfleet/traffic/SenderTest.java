package org.snapfleet.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.snapfleet.kinesis.Outcome;
import org.snapfleet.kinesis.RecordStream;
import org.snapfleet.kinesis.StreamEntry;

/** Every record is taken by the stream once, or counted as dropped. */
class SenderTest {
  private static final long CAME = 1_800_000_000_000L;

  private final AtomicLong nanos = new AtomicLong(1_000_000_000_000L);
  private final AtomicLong sent = new AtomicLong();
  private final AtomicLong retried = new AtomicLong();
  private final RecordBuffer buffer = new RecordBuffer();
  private final Drops drops = new Drops();
  private final FakeStream stream = new FakeStream();
  private final Backoff backoff = new Backoff(() -> 0.5);
  private final Sender sender =
      new Sender(
          buffer,
          new Load(buffer, new RecordJson(new Boot("b"), "10.0.0.5"), drops, backoff),
          stream,
          new StreamCounts(sent::addAndGet, retried::addAndGet, n -> {}, n -> {}),
          backoff,
          nanos::get,
          nanos::addAndGet);

  private void take(int records) {
    for (int i = 0; i < records; i++) {
      assertThat(buffer.offer(Records.at(CAME), nanos.get())).isTrue();
    }
  }

  private void turnFor(Duration span) {
    for (long end = nanos.get() + span.toNanos(); nanos.get() < end; ) {
      long before = nanos.get();
      sender.turn();
      if (nanos.get() == before) {
        nanos.addAndGet(Duration.ofMillis(5).toNanos()); // what a call takes
      }
    }
  }

  private long dropped(Drops.Reason reason) {
    return drops.total(reason);
  }

  private static Set<String> keys(List<StreamEntry> entries) {
    Set<String> keys = new HashSet<>();
    entries.forEach(entry -> keys.add(entry.partitionKey()));
    return keys;
  }

  @Test
  void recordsGoTogetherAndNotLate() {
    take(3);
    sender.turn();
    assertThat(stream.calls).as("they wait for others").isEmpty();

    turnFor(Sender.COMPANY.plusMillis(100));

    assertThat(stream.calls).hasSize(1);
    assertThat(stream.taken).hasSize(3);
  }

  @Test
  void aFullCallWaitsForNobody() {
    take(RecordStream.MOST_ENTRIES + 1);
    sender.turn();

    assertThat(stream.calls).hasSize(1);
    assertThat(stream.calls.get(0)).hasSize(RecordStream.MOST_ENTRIES);
  }

  @Test
  void noCallHasMoreBytesThanItMay() {
    String worst = "\u0001".repeat(RequestRecord.LONGEST);
    for (int i = 0; i < 600; i++) {
      buffer.offer(Records.with(CAME, worst, worst), nanos.get());
    }
    turnFor(Duration.ofSeconds(20));

    assertThat(stream.taken).hasSize(600);
    assertThat(stream.calls)
        .hasSizeGreaterThan(2)
        .allSatisfy(
            call ->
                assertThat(call.stream().mapToLong(e -> ((Parcel) e).size()).sum())
                    .isLessThanOrEqualTo(RecordStream.MOST_BYTES));
    assertThat(stream.taken).allMatch(entry -> ((Parcel) entry).size() <= RecordJson.MOST_BYTES);
  }

  @Test
  void onlyWhatWasNotPlacedGoesAgainAndUnchanged() {
    stream.refusal =
        (call, entry) ->
            call < 3 && Integer.parseInt(entry.partitionKey()) % 3 == 0
                ? Outcome.THROTTLED
                : Outcome.TAKEN;
    take(RecordStream.MOST_ENTRIES);
    turnFor(Duration.ofSeconds(5));

    assertThat(stream.calls).hasSize(4);
    assertThat(stream.calls.get(1)).hasSize(167).isSubsetOf(stream.calls.get(0));
    assertThat(keys(stream.taken)).hasSize(RecordStream.MOST_ENTRIES);
    assertThat(stream.taken).as("each once").hasSize(RecordStream.MOST_ENTRIES);
    assertThat(sent).hasValue(RecordStream.MOST_ENTRIES);
    assertThat(retried).hasValue(3 * 167);
  }

  /** One shard that takes nothing does not keep the others' records. */
  @Test
  void oneBadShardHoldsNobodyUp() {
    stream.refusal =
        (call, entry) ->
            Integer.parseInt(entry.partitionKey()) % 4 == 0 ? Outcome.FAILED : Outcome.TAKEN;
    for (int second = 0; second < 10; second++) {
      take(400);
      turnFor(Duration.ofSeconds(1));
    }

    assertThat(stream.taken).hasSizeBetween(2_700, 3_000);
    assertThat(stream.calls).as("each record has its own pauses").hasSizeLessThan(200);
  }

  @Test
  void aStreamThatIsGoneCostsWhatIsOldAndComesBack() {
    take(700);
    stream.trouble = Optional.of(FakeStream.gone());
    turnFor(Sender.LIFE.plusSeconds(10));

    assertThat(dropped(Drops.Reason.STREAM)).isEqualTo(700);
    assertThat(stream.calls).as("calls in 40 s, of one that is gone").hasSizeBetween(8, 30);

    take(5);
    stream.trouble = Optional.empty();
    turnFor(Duration.ofSeconds(10));

    assertThat(stream.taken).hasSize(5);
    assertThat(dropped(Drops.Reason.STREAM)).isEqualTo(700);
  }

  /** A lost answer: the stream has them, and has them again. The reader knows them by their ids. */
  @Test
  void anUnknownOutcomeIsTriedAgainWithTheSameIds() {
    take(10);
    stream.trouble = Optional.of(FakeStream.silent());
    turnFor(Duration.ofSeconds(1));
    stream.trouble = Optional.empty();
    turnFor(Duration.ofSeconds(5));

    List<StreamEntry> lost = stream.calls.get(0);
    assertThat(stream.taken).containsExactlyInAnyOrderElementsOf(lost);
  }

  /** Each record takes it 20 ms: a full call would never be answered in time. */
  @Test
  void aSlowStreamGetsSmallCalls() {
    stream.atCall =
        () -> {
          long needs =
              Duration.ofMillis(20).toNanos() * stream.calls.get(stream.calls.size() - 1).size();
          boolean inTime = needs <= Sender.PATIENCE.toNanos();
          stream.trouble = inTime ? Optional.empty() : Optional.of(FakeStream.silent());
          nanos.addAndGet(Math.min(needs, Sender.PATIENCE.toNanos()));
        };
    take(RecordStream.MOST_ENTRIES);
    turnFor(Sender.LIFE);

    assertThat(stream.taken).hasSize(RecordStream.MOST_ENTRIES);
    assertThat(dropped(Drops.Reason.STREAM)).isZero();

    stream.calls.clear();
    stream.atCall = () -> {};
    take(20 * RecordStream.MOST_ENTRIES);
    turnFor(Duration.ofSeconds(10));

    assertThat(stream.calls)
        .as("as large as before once it is quick")
        .anyMatch(call -> call.size() == RecordStream.MOST_ENTRIES);
  }

  @Test
  void itSendsNoFasterThanItsShardsTake() {
    stream.shards = 2;
    take(RecordBuffer.RECORDS);
    turnFor(Duration.ofSeconds(5));

    assertThat(stream.taken).hasSizeBetween(9_500, 10_600);
  }

  @Test
  void theEndSendsAllAtOnce() {
    take(1_200);
    sender.end(Duration.ofSeconds(10));
    sender.run();

    assertThat(stream.taken).hasSize(1_200);
    assertThat(dropped(Drops.Reason.STREAM)).isZero();
  }

  @Test
  void whatTheEndDoesNotSendIsCounted() {
    take(1_200);
    stream.trouble = Optional.of(FakeStream.gone());
    long begin = nanos.get();
    sender.end(Duration.ofSeconds(10));
    sender.run();
    new KinesisSink(buffer, sender, drops, Thread::new).flush(Duration.ZERO);

    assertThat(Duration.ofNanos(nanos.get() - begin))
        .isBetween(Duration.ofSeconds(10), Duration.ofSeconds(11));
    assertThat(dropped(Drops.Reason.STREAM)).isEqualTo(1_200);
  }

  /** Where the request would have been. */
  @Test
  void aDropIsOfTheRequestsOwnWindow() {
    buffer.offer(Records.at(CAME + 25_000), nanos.get());
    stream.trouble = Optional.of(FakeStream.gone());
    turnFor(Sender.LIFE.plusSeconds(10));

    assertThat(drops.unwritten())
        .containsExactly(new Drops.Row(CAME + 20_000, Drops.Reason.STREAM, 1));
  }
}
