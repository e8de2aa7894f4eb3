package org.snapfleet.traffic;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Records on their way from the requests' threads to the one that sends: as many as there is room
 * for, by their number and by what they take of the heap.
 */
final class RecordBuffer {
  /** What a full stream of four shards takes in five seconds. */
  static final int RECORDS = 20_000;

  /** Of text, at two bytes a character where it is not Latin. */
  static final long CHARACTERS = 8L * 1024 * 1024;

  private final ConcurrentLinkedQueue<Held> held = new ConcurrentLinkedQueue<>();
  private final AtomicInteger records = new AtomicInteger();
  private final AtomicLong characters = new AtomicLong();

  /**
   * A record that waits.
   *
   * @param at when it was taken, as {@link System#nanoTime}
   */
  record Held(RequestRecord record, long at) {}

  /** At a glance, before any work. */
  boolean isFull() {
    return records.get() >= RECORDS || characters.get() >= CHARACTERS;
  }

  /** False where there is no room. */
  boolean offer(RequestRecord record, long at) {
    int length = record.length();
    boolean isTooMany = records.incrementAndGet() > RECORDS;
    boolean isTooLong = characters.addAndGet(length) > CHARACTERS;
    if (isTooMany || isTooLong) {
      release(length);
      return false;
    }
    held.add(new Held(record, at));
    return true;
  }

  /** The oldest, which stays; null where there is none. */
  Held peek() {
    return held.peek();
  }

  /** The oldest, which goes; null where there is none. */
  Held poll() {
    Held next = held.poll();
    if (next != null) {
      release(next.record().length());
    }
    return next;
  }

  private void release(int length) {
    records.decrementAndGet();
    characters.addAndGet(-length);
  }

  int size() {
    return records.get();
  }
}
