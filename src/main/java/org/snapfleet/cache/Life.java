package org.snapfleet.cache;

import java.time.Duration;

/** How long things live. */
final class Life {
  /** No reader takes an entry whose loader began to look longer ago than this. */
  static final Duration OF_AN_ENTRY = Duration.ofSeconds(2);

  /** By how much the clocks of two instances may differ, and a good deal more. */
  static final Duration SLACK = Duration.ofMillis(500);

  /** Stores that count whole seconds may count one too few; the entry's own age decides. */
  static final Duration IN_THE_STORE = OF_AN_ENTRY.plusSeconds(1);

  static final Duration OF_A_LEASE = Duration.ofSeconds(1);

  /**
   * For how long after it was sent a question for the version is shared by an instance's readers.
   */
  static final Duration OF_AN_ANSWER = Duration.ofMillis(10);

  /** For how long a writer waits, so that none is shared any more that was sent before. */
  static final Duration OF_ALL_ANSWERS = OF_AN_ANSWER.plusMillis(5);

  /** A version that nobody replaces any more goes in the end. */
  static final Duration OF_A_VERSION = Duration.ofDays(1);

  /** How long the others wait for whoever has the lease. */
  static final Duration OF_PATIENCE_WITH_OTHERS = Duration.ofMillis(300);

  static final Duration BETWEEN_LOOKS = Duration.ofMillis(10);

  /** Of a writer; the pause grows from the one to the other. */
  static final Duration BEFORE_A_SECOND_TRY = Duration.ofMillis(5);

  static final Duration BETWEEN_TRIES = Duration.ofMillis(200);

  private Life() {}
}
