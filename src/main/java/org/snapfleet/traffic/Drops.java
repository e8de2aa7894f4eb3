package org.snapfleet.traffic;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Requests that are in no window of this process, by window and reason; kept for a while. */
@Singleton
class Drops {
  private final Map<Key, LongAdder> counts = new ConcurrentHashMap<>();

  /** Why a request is in no window. */
  enum Reason {
    /** The stream took records more slowly than they came. */
    BUFFER,
    /** The stream refused the record for too long. */
    STREAM,
    /** It ended long after its window was written for the last time. */
    LATE,
    /** The database was away for so long that the windows had no room. */
    DATABASE
  }

  /**
   * @param window its start, in milliseconds since 1970
   */
  record Key(long window, Reason reason) {}

  /**
   * Counts requests as dropped.
   *
   * @param cameAt when they came, in milliseconds since 1970
   */
  void add(long cameAt, Reason reason, long requests) {
    Key key = new Key(Window.startOf(cameAt), reason);
    counts.computeIfAbsent(key, k -> new LongAdder()).add(requests);
  }
}
