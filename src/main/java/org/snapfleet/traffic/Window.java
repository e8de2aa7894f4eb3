package org.snapfleet.traffic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What came in ten seconds, counted by client. There is room for so many clients; the requests of
 * all others are counted together.
 */
final class Window {
  /** In milliseconds. */
  static final long LENGTH = 10_000;

  /** In place of those for whom there is no room. */
  static final String OTHER = "other";

  private final long start;
  private final int room;
  private final Map<String, Counts> clients = new HashMap<>();
  private boolean isClosed;

  /**
   * @param start in milliseconds since 1970
   * @param room for how many clients
   */
  Window(long start, int room) {
    this.start = start;
    this.room = room;
  }

  /** The start of the window that a time is in; both in milliseconds since 1970. */
  static long startOf(long time) {
    return time - Math.floorMod(time, LENGTH);
  }

  long start() {
    return start;
  }

  /** Counts a request; false where this is closed. */
  synchronized boolean add(String client, int status, long size, long nanos) {
    if (!isClosed) {
      countsOf(client).add(status, size, nanos);
    }
    return !isClosed;
  }

  private Counts countsOf(String client) {
    Counts known = clients.get(client);
    if (known != null) {
      return known;
    }
    String name = clients.size() < room ? client : OTHER;
    return clients.computeIfAbsent(name, any -> new Counts());
  }

  /** Takes nothing any more. */
  synchronized void close() {
    isClosed = true;
  }

  /** How many rows it is. */
  synchronized int rows() {
    return clients.size();
  }

  synchronized boolean isWritten() {
    return clients.values().stream().allMatch(Counts::isWritten);
  }

  /** The rows that have changed since they were written. */
  synchronized List<WindowRow> unwritten() {
    List<WindowRow> rows = new ArrayList<>();
    clients.forEach(
        (client, counts) -> {
          if (!counts.isWritten()) {
            rows.add(new WindowRow(start, client, counts.all()));
          }
        });
    return rows;
  }

  /** Notes that the row was written as it is here. */
  synchronized void written(WindowRow row) {
    clients.get(row.client()).written(row);
  }

  synchronized long requests() {
    return clients.values().stream().mapToLong(Counts::requests).sum();
  }

  /** Of those, how many are in rows that were written for sure. */
  synchronized long requestsWritten() {
    return clients.values().stream().mapToLong(Counts::requestsWritten).sum();
  }
}
