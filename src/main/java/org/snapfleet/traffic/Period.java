package org.snapfleet.traffic;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.LongStream;

/**
 * The last minutes, in windows. There are no more than 360 of them, so for more than an hour each
 * is several of those that are counted. All times are milliseconds since 1970.
 *
 * @param now when it was looked, by the database's clock
 * @param from the first window that is asked for
 * @param step how long each window is
 * @param windows how many the whole period has; the last one is running
 */
record Period(long now, long from, long step, int windows) {
  static final int MOST_MINUTES = 1440;

  private static final int MOST_WINDOWS = 360;
  private static final long[] STEPS = {1, 2, 3, 6, 12, 24};

  static Period last(int minutes, Instant now) {
    long length = Duration.ofMinutes(minutes).toMillis();
    long step =
        LongStream.of(STEPS)
            .map(each -> each * Window.LENGTH)
            .filter(each -> length <= each * MOST_WINDOWS)
            .findFirst()
            .orElseThrow();
    int windows = (int) ((length + step - 1) / step);
    long last = Math.floorDiv(now.toEpochMilli(), step) * step;
    return new Period(now.toEpochMilli(), last - (windows - 1) * step, step, windows);
  }

  /** Only its windows from that of this time on. */
  Period since(Instant time) {
    long window = Math.floorDiv(time.toEpochMilli(), step) * step;
    return new Period(now, Math.max(from, window), step, windows);
  }

  /** Where the whole period begins. */
  long begin() {
    return Math.floorDiv(now, step) * step - (windows - 1) * step;
  }

  /**
   * Whether a window has ended, and whoever counts has had the time to write it.
   *
   * @param writing how long that takes
   */
  boolean isComplete(long start, Duration writing) {
    return start + step + writing.toMillis() <= now;
  }
}
