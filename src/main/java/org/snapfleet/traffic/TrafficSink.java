package org.snapfleet.traffic;

import java.time.Duration;

/** Where the records of requests go: what {@code snapfleet.traffic} chooses. */
public interface TrafficSink {

  /**
   * Takes a request that was just answered, on its own thread: it neither waits nor throws, and
   * what it has no room for it counts as dropped. The servlet request is as good as gone when this
   * returns.
   */
  void take(Answered answered);

  /** How much of what it took it still holds, in units of its own. */
  long held();

  /**
   * Sends on what it holds, before this instance ends; what is not sent by then is counted as
   * dropped.
   */
  void flush(Duration patience);
}
