package org.snapfleet.traffic;

import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** The requests of this process that are in no window, by window and reason, for a day. */
@Singleton
class Drops {
  private final Map<Key, Count> counts = new ConcurrentHashMap<>();
  private final Map<Reason, LongAdder> totals = new ConcurrentHashMap<>();

  /** Why a request is in no window. */
  enum Reason {
    /** The stream took records more slowly than they came. */
    BUFFER,
    /** The stream refused the record for too long. */
    STREAM,
    /** It ended long after its window was written for the last time. */
    LATE,
    /** The database was away for so long that the windows had no room. */
    DATABASE;

    /** As the table and the metrics spell it. */
    String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private record Key(long window, Reason reason) {}

  /**
   * A row of {@code traffic_drop}, but for whose it is.
   *
   * @param window its start, in milliseconds since 1970
   */
  record Row(long window, Reason reason, long requests) {}

  private static final class Count {
    private final LongAdder requests = new LongAdder();
    private volatile long written;
  }

  Drops() {
    Arrays.stream(Reason.values()).forEach(reason -> totals.put(reason, new LongAdder()));
  }

  /**
   * Counts requests as dropped; a negative number takes some back.
   *
   * @param cameAt when they came, in milliseconds since 1970
   */
  void add(long cameAt, Reason reason, long requests) {
    Key key = new Key(Window.startOf(cameAt), reason);
    counts.compute(
        key,
        (any, known) -> {
          Count count = known == null ? new Count() : known;
          count.requests.add(requests);
          return count;
        });
    totals.get(reason).add(requests);
  }

  /** All of this process. */
  long total(Reason reason) {
    return totals.get(reason).sum();
  }

  /** The rows that have changed since they were written. */
  List<Row> unwritten() {
    return counts.entrySet().stream()
        .filter(entry -> entry.getValue().requests.sum() != entry.getValue().written)
        .map(
            entry ->
                new Row(
                    entry.getKey().window, entry.getKey().reason, entry.getValue().requests.sum()))
        .toList();
  }

  /** Notes that these rows are in the database. */
  void written(Collection<Row> rows) {
    for (Row row : rows) {
      Count count = counts.get(new Key(row.window, row.reason));
      if (count != null) {
        count.written = row.requests;
      }
    }
  }

  /**
   * Forgets windows of which the database keeps nothing any more.
   *
   * @param time in milliseconds since 1970
   */
  void forgetBefore(long time) {
    counts.keySet().removeIf(key -> key.window < time);
  }
}
