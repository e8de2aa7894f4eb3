package org.snapfleet.traffic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.snapfleet.kinesis.Outcome;
import org.snapfleet.kinesis.RecordStream;

/**
 * What goes with the next call, and what has to go once more. A record that was not placed waits by
 * itself, so that one bad shard holds nobody else up; what would wait past its life is given up and
 * counted. For one thread.
 */
final class Load {
  /** Beyond that many which wait, no new ones are begun with. */
  static final int MOST_WAITING = 2_000;

  private final RecordBuffer buffer;
  private final RecordJson json;
  private final Drops drops;
  private final Backoff backoff;
  private final PriorityQueue<Attempt> waiting =
      new PriorityQueue<>(Comparator.comparingLong(Attempt::dueAt));
  private final List<Attempt> next = new ArrayList<>();
  private long bytes;

  Load(RecordBuffer buffer, RecordJson json, Drops drops, Backoff backoff) {
    this.buffer = buffer;
    this.json = json;
    this.drops = drops;
    this.backoff = backoff;
  }

  /** A record that was tried so often and is due again at that {@link System#nanoTime}. */
  private record Attempt(Parcel parcel, int tries, long dueAt) {}

  /** Picks what is due and what is new: so many records, and no more bytes than a call may have. */
  void fill(int most, long now) {
    giveUpOld(now);
    while (hasRoom(most) && isDue(now)) {
      add(waiting.poll());
    }
    while (hasRoom(most) && waiting.size() < MOST_WAITING && buffer.peek() != null) {
      RecordBuffer.Held held = buffer.poll();
      add(new Attempt(json.packed(held.record(), held.at()), 0, now));
    }
  }

  private boolean hasRoom(int most) {
    return next.size() < most && bytes <= RecordStream.MOST_BYTES - RecordJson.MOST_BYTES;
  }

  /** Whether something has waited long enough to go once more. */
  boolean isDue(long now) {
    return !waiting.isEmpty() && waiting.peek().dueAt() - now <= 0;
  }

  private void add(Attempt attempt) {
    next.add(attempt);
    bytes += attempt.parcel().size();
  }

  List<Parcel> parcels() {
    return next.stream().map(Attempt::parcel).toList();
  }

  int size() {
    return next.size();
  }

  long bytes() {
    return bytes;
  }

  boolean isEmpty() {
    return next.isEmpty() && waiting.isEmpty();
  }

  long held() {
    return (long) next.size() + waiting.size();
  }

  /** Takes in what became of a call; how many have to go once more. */
  int settle(List<Outcome> outcomes, long now) {
    int again = 0;
    for (int i = 0; i < next.size(); i++) {
      if (outcomes.get(i) != Outcome.TAKEN && goesAgain(next.get(i), now)) {
        again++;
      }
    }
    clear();
    return again;
  }

  private boolean goesAgain(Attempt attempt, long now) {
    int tries = attempt.tries() + 1;
    long dueAt = now + backoff.after(tries);
    if (dueAt - attempt.parcel().takenAt() > Sender.LIFE.toNanos()) {
      drops.add(attempt.parcel().cameAt(), Drops.Reason.STREAM, 1);
      return false;
    }
    waiting.add(new Attempt(attempt.parcel(), tries, dueAt));
    return true;
  }

  private void giveUpOld(long now) {
    RecordBuffer.Held oldest = buffer.peek();
    while (oldest != null && now - oldest.at() > Sender.LIFE.toNanos()) {
      drops.add(buffer.poll().record().time(), Drops.Reason.STREAM, 1);
      oldest = buffer.peek();
    }
  }

  /** All of it, as this instance ends. */
  void giveUp() {
    next.addAll(waiting);
    next.forEach(left -> drops.add(left.parcel().cameAt(), Drops.Reason.STREAM, 1));
    waiting.clear();
    clear();
  }

  private void clear() {
    next.clear();
    bytes = 0;
  }
}
