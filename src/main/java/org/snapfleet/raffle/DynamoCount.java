package org.snapfleet.raffle;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToLongFunction;

/**
 * Counts entries without an item that all write. Each instance counts its own and writes that
 * number each second, where it has changed, to an item of its own; the sum is what is shown. What
 * an instance that dies has not told is found when all is quiet: then the entries themselves are
 * counted, and the difference goes into one more item.
 */
final class DynamoCount {
  private static final String CORRECTION = "correction";

  /** After the closing time there are no more. */
  private static final Duration KEPT = Duration.ofDays(400);

  private final DynamoDoor door;
  private final DynamoPages pages;
  private final ToLongFunction<RaffleId> exactly;
  private final String self = UUID.randomUUID().toString();
  private final Map<RaffleId, Own> own = new ConcurrentHashMap<>();
  private final Map<RaffleId, Long> checked = new ConcurrentHashMap<>();

  /** What this instance has counted, and what it has told of that. */
  private static final class Own {
    private final AtomicLong counted = new AtomicLong();
    private volatile long told;
  }

  /**
   * @param exactly counts by reading all entries
   */
  DynamoCount(DynamoDoor door, DynamoPages pages, ToLongFunction<RaffleId> exactly) {
    this.door = door;
    this.pages = pages;
    this.exactly = exactly;
  }

  void add(Raffle raffle, long entries) {
    own(raffle.id()).counted.addAndGet(entries);
  }

  void removed(RaffleId raffle) {
    own(raffle).counted.decrementAndGet();
  }

  private Own own(RaffleId raffle) {
    return own.computeIfAbsent(raffle, id -> new Own());
  }

  void tell() {
    own.forEach(this::tell);
  }

  private void tell(RaffleId raffle, Own mine) {
    long counted = mine.counted.get();
    if (counted != mine.told) {
      write(raffle, self, counted);
      mine.told = counted;
    }
  }

  private void write(RaffleId raffle, String who, long entries) {
    long expires = Instant.now().plus(KEPT).getEpochSecond();
    door.ask(
        client ->
            client.putItem(
                put ->
                    put.tableName(door.table())
                        .item(DynamoItem.count(raffle, who, entries, expires))));
  }

  long of(RaffleId raffle) {
    Map<String, Long> told = told(raffle);
    told.put(self, own(raffle).counted.get());
    return sum(told);
  }

  private static long sum(Map<String, Long> told) {
    return told.values().stream().mapToLong(Long::longValue).sum();
  }

  private Map<String, Long> told(RaffleId raffle) {
    Map<String, Long> told = new HashMap<>();
    pages.of(
        DynamoItem.counts(raffle),
        "sk, entries",
        page ->
            page.items()
                .forEach(
                    item -> told.put(item.get("sk").s(), Long.parseLong(item.get("entries").n()))));
    return told;
  }

  /** Where nothing has changed since this was last done, or while it is done, does nothing. */
  void correct() {
    own.keySet().forEach(this::correct);
  }

  private void correct(RaffleId raffle) {
    Map<String, Long> before = told(raffle);
    if (Long.valueOf(sum(before)).equals(checked.get(raffle))) {
      return;
    }
    long exact = exactly.applyAsLong(raffle);
    Map<String, Long> after = told(raffle);
    boolean quiet = before.equals(after) && own(raffle).counted.get() == own(raffle).told;
    if (quiet) {
      long correction = after.getOrDefault(CORRECTION, 0L);
      if (exact != sum(after)) {
        write(raffle, CORRECTION, correction + exact - sum(after));
      }
      checked.put(raffle, exact);
    }
  }
}
