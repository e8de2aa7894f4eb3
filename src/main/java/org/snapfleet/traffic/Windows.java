package org.snapfleet.traffic;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * The windows of this process. They are kept after their end, for requests that came in them and
 * take long, and until they are written; but there is room for so many rows.
 *
 * @see Window
 */
final class Windows {
  /** For how long after its start a window takes requests, in milliseconds. */
  static final long KEPT = 5 * 60_000;

  /** Clients in a window. */
  static final int CLIENTS = 1_000;

  /** In all windows; about 10 MB. */
  static final int ROWS = 30_000;

  private final NavigableMap<Long, Window> byStart = new ConcurrentSkipListMap<>();
  private long closedUpTo = Long.MIN_VALUE;
  private volatile Window last;

  /**
   * One that had to go before it was written.
   *
   * @param requests all that it had
   * @param written those of them that are in the database for sure
   */
  record Lost(long start, long requests, long written) {}

  /**
   * Counts a request; false where its window takes none any more.
   *
   * @param cameAt in milliseconds since 1970
   */
  boolean add(long cameAt, String client, int status, long size, long nanos) {
    Window window = windowOf(Window.startOf(cameAt));
    return window != null && window.add(client, status, size, nanos);
  }

  /** Null where there is none any more. */
  private Window windowOf(long start) {
    Window probably = last;
    if (probably != null && probably.start() == start) {
      return probably;
    }
    Window known = byStart.get(start);
    return known != null ? known : opened(start);
  }

  /** One that was closed never comes back: it would take the place of its own row. */
  private synchronized Window opened(long start) {
    if (start <= closedUpTo) {
      return byStart.get(start);
    }
    Window window = byStart.computeIfAbsent(start, any -> new Window(start, CLIENTS));
    last = window;
    return window;
  }

  /** All rows that have changed since they were written, the oldest first. */
  List<WindowRow> unwritten() {
    List<WindowRow> rows = new ArrayList<>();
    for (Window window : byStart.values()) {
      List<WindowRow> some = window.unwritten();
      some.sort(Comparator.comparing(WindowRow::client)); // the same order for everyone's locks
      rows.addAll(some);
    }
    return rows;
  }

  /** Notes that these rows are in the database. */
  void written(Collection<WindowRow> rows) {
    for (WindowRow row : rows) {
      Window window = byStart.get(row.start());
      if (window != null) {
        window.written(row);
      }
    }
  }

  /**
   * Closes those that have been kept for long enough, and more where there is no room.
   *
   * @param now in milliseconds since 1970
   * @return those of them that are not written
   */
  synchronized List<Lost> closeOld(long now) {
    List<Lost> lost = new ArrayList<>();
    int rows = rows();
    for (Map.Entry<Long, Window> entry : byStart.entrySet()) {
      Window window = entry.getValue();
      boolean isOld = entry.getKey() + KEPT <= now;
      boolean isOver = isOld && window.isWritten();
      if (isOver || rows > ROWS) {
        rows -= window.rows();
        close(window, lost);
      }
    }
    return lost;
  }

  private void close(Window window, List<Lost> lost) {
    closedUpTo = Math.max(closedUpTo, window.start());
    window.close();
    byStart.remove(window.start());
    if (!window.isWritten()) {
      lost.add(new Lost(window.start(), window.requests(), window.requestsWritten()));
    }
  }

  /** How many rows are kept. */
  int rows() {
    return byStart.values().stream().mapToInt(Window::rows).sum();
  }
}
