package org.snapfleet.raffle;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * What became of the mail to a winner.
 *
 * @param attempt names the try that the state is of; empty where there was none
 */
record MailState(Kind kind, Optional<Instant> at, String attempt) {
  static final MailState NONE = new MailState(Kind.NONE, Optional.empty(), "");

  /** After that no one can be sending it still: the server has 10 s for each of four answers. */
  static final Duration SENDING_AT_MOST = Duration.ofMinutes(1);

  /** How far it is. Who is at {@link #UNKNOWN} is never written to again by itself. */
  enum Kind {
    NONE,
    SENDING,
    /** Someone began to send and did not come back to say how it went. */
    UNKNOWN,
    SENT,
    FAILED;

    /** As pages and messages name it. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Of the columns {@code mail}, {@code mail_at} and {@code mail_by}. */
  static MailState of(String mail, long at, String attempt, Clock clock) {
    if (mail == null) {
      return NONE;
    }
    Instant since = Instant.ofEpochMilli(at);
    Kind kind =
        switch (mail) {
          case "sent" -> Kind.SENT;
          case "failed" -> Kind.FAILED;
          default -> kind(since, clock);
        };
    return new MailState(kind, Optional.of(since), attempt);
  }

  private static Kind kind(Instant since, Clock clock) {
    return clock.instant().isAfter(since.plus(SENDING_AT_MOST)) ? Kind.UNKNOWN : Kind.SENDING;
  }
}
