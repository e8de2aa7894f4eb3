package org.snapfleet.traffic;

import java.time.Duration;
import org.snapfleet.kinesis.RecordStream;

/**
 * How many records go with a call. A stream that is slow, or far, answers a small call in time
 * where it does not a large one, and what it does not answer in time has to go again: so half as
 * many after each call that takes long, and some more after each that does not. For one thread.
 */
final class CallSize {
  /** Less than the patience for a call; a stream that is merely busy answers sooner. */
  static final Duration LONG = Duration.ofSeconds(3);

  static final int LEAST = 16;
  private static final int MORE = 25;

  private int most = RecordStream.MOST_ENTRIES;

  int most() {
    return most;
  }

  /** Takes in how long a call took, whatever became of it. */
  void took(long nanos) {
    most =
        nanos < LONG.toNanos()
            ? Math.min(RecordStream.MOST_ENTRIES, most + MORE)
            : Math.max(LEAST, most / 2);
  }
}
