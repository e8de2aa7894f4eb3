package org.snapfleet.traffic;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.snapfleet.fleet.Pause;
import org.snapfleet.kinesis.Outcome;
import org.snapfleet.kinesis.RecordStream;
import org.snapfleet.kinesis.StreamUnavailableException;

/**
 * Sends what the buffer holds to the stream, call by call, on a thread of its own. One is enough: a
 * call takes some 20 ms and 500 records, and no instance answers 25,000 requests a second. Long, as
 * it is one loop.
 */
final class Sender implements Runnable {
  private static final Logger LOG = Logger.getLogger(Sender.class.getName());

  /** How long a record waits for others to go with it. */
  static final Duration COMPANY = Duration.ofMillis(500);

  /** How long a record is tried; later, hardly anyone looks at its window any more. */
  static final Duration LIFE = Duration.ofSeconds(30);

  /** Of one call. */
  static final Duration PATIENCE = Duration.ofSeconds(5);

  static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);
  private static final Duration SHARDS_HOLD = Duration.ofSeconds(30);
  private static final Duration BETWEEN_QUESTIONS = Duration.ofSeconds(5);

  /** Calls in a row of which the stream took nothing, though it answered. */
  private static final int TOLD = 3;

  /** A longer rest looks up meanwhile whether it is time to end. */
  private static final Duration ONE_REST = Duration.ofMillis(100);

  private final RecordBuffer buffer;
  private final Load load;
  private final RecordStream stream;
  private final StreamCounts counts;
  private final Backoff backoff;
  private final LongSupplier nanoTime;
  private final Pause pause;
  private final Pace pace;
  private final CallSize size = new CallSize();
  private final StreamLog log = new StreamLog();

  private int failures;
  private long askAt;

  private volatile boolean isEnding;
  private volatile long endAt;
  private volatile long held;
  private volatile double rate;

  /**
   * @param nanoTime {@link System#nanoTime()}
   */
  Sender(
      RecordBuffer buffer,
      Load load,
      RecordStream stream,
      StreamCounts counts,
      Backoff backoff,
      LongSupplier nanoTime,
      Pause pause) {
    this.buffer = buffer;
    this.load = load;
    this.stream = stream;
    this.counts = counts;
    this.backoff = backoff;
    this.nanoTime = nanoTime;
    this.pause = pause;
    this.pace = new Pace(now());
    this.askAt = now();
  }

  /** From now on nothing waits for company, and after a while for nothing at all. */
  void end(Duration patience) {
    endAt = now() + patience.toNanos();
    isEnding = true;
  }

  /** Until it is to end, and all is sent or that time has come; the rest is given up then. */
  @Override
  public void run() {
    while (!isEnding || (!isOver() && !(load.isEmpty() && buffer.peek() == null))) {
      try {
        turn();
        held = load.held();
        rate = pace.rate();
      } catch (RuntimeException e) {
        LOG.log(Level.WARNING, "Records of traffic could not be sent", e);
        notPlaced(e.toString());
      }
    }
    load.giveUp();
    stream.close();
  }

  /** One call, or one rest. */
  void turn() {
    if (!load.isDue(now()) && !isRipe()) {
      rest(BETWEEN_LOOKS.toNanos());
      return;
    }
    load.fill(size.most(), now());
    if (load.size() > 0) {
      askForShards();
      rest(pace.nanosBefore(load.size(), load.bytes(), now()));
      send();
    }
  }

  private boolean isRipe() {
    RecordBuffer.Held oldest = buffer.peek();
    return oldest != null
        && (isEnding || buffer.size() >= size.most() || now() - oldest.at() >= COMPANY.toNanos());
  }

  /** Records that have waited that long for their turn wait on for it. */
  private void askForShards() {
    if (now() - askAt < 0) {
      return;
    }
    try {
      pace.shards(stream.state().openShards());
      askAt = now() + SHARDS_HOLD.toNanos();
    } catch (StreamUnavailableException e) {
      log.trouble(e.getMessage());
      askAt = now() + BETWEEN_QUESTIONS.toNanos();
    }
  }

  private void send() {
    List<Parcel> parcels = load.parcels();
    long begin = now();
    try {
      List<Outcome> outcomes = stream.put(parcels, patience());
      took(now() - begin, counts.put());
      placed(outcomes);
    } catch (StreamUnavailableException e) {
      took(now() - begin, counts.failed());
      if (e.trouble().isThrottle()) {
        pace.throttled(now());
      }
      notPlaced(e.getMessage());
    }
  }

  private void took(long nanos, LongConsumer count) {
    size.took(nanos);
    count.accept(nanos);
  }

  private Duration patience() {
    long left = isEnding ? Math.max(1, endAt - now()) : Long.MAX_VALUE;
    return Duration.ofNanos(Math.min(left, PATIENCE.toNanos()));
  }

  /** While nothing at all is taken, all wait. */
  private void placed(List<Outcome> outcomes) {
    int taken = Collections.frequency(outcomes, Outcome.TAKEN);
    counts.sent().accept(taken);
    counts.retried().accept(load.settle(outcomes, now()));
    if (outcomes.contains(Outcome.THROTTLED)) {
      pace.throttled(now());
    } else {
      pace.well(now());
    }
    if (taken > 0) {
      failures = 0;
      log.well();
    } else {
      failures++;
      if (failures == TOLD) { // fewer may be one shard's alone
        log.trouble("it takes no record (%s)".formatted(outcomes.get(0)));
      }
      rest(backoff.after(failures));
    }
  }

  private void notPlaced(String why) {
    counts.retried().accept(load.settle(Collections.nCopies(load.size(), Outcome.FAILED), now()));
    log.trouble(why);
    rest(backoff.after(++failures));
  }

  private void rest(long nanos) {
    long end = now() + nanos;
    for (long left = nanos; left > 0 && !isOver(); left = end - now()) {
      pause.nanos(Math.min(left, ONE_REST.toNanos()));
    }
  }

  private boolean isOver() {
    return isEnding && now() - endAt >= 0;
  }

  private long now() {
    return nanoTime.getAsLong();
  }

  /** Records a second that go at most, as it was lately. */
  double rate() {
    return rate;
  }

  /** Records that are to go once more, as it was lately. */
  long held() {
    return held;
  }
}
