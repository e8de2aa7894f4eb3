package org.snapfleet.storage;

import java.time.Duration;
import java.time.Instant;

/**
 * The links made within one half of a lifetime are the same, on every instance, so that browsers
 * and caches can reuse what they fetched: each works at least that half, at most the whole.
 *
 * @param start when the bucket began, in seconds since 1970
 * @param half half a lifetime, in seconds
 */
record TimeBucket(long start, long half) {

  /**
   * The one of this moment.
   *
   * @param lifetime how long a link works at most; two seconds or more
   */
  static TimeBucket at(Instant now, Duration lifetime) {
    long half = lifetime.toSeconds() / 2;
    return new TimeBucket(now.getEpochSecond() / half * half, half);
  }

  /** When its links stop working, in seconds since 1970. */
  long expires() {
    return start + lifetime();
  }

  /** How long the first of its links works, in seconds. */
  long lifetime() {
    return 2 * half;
  }
}
