package org.snapfleet.raffle;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;

/** Times as people read and type them where the site does not know their time zone. */
final class UtcTime {
  private static final DateTimeFormatter SHOWN =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** What {@code <input type=datetime-local>} sends. */
  private static final DateTimeFormatter TYPED = DateTimeFormatter.ISO_LOCAL_DATE_TIME;

  private UtcTime() {}

  /** {@code 2026-03-01 18:30 UTC}. */
  static String of(Instant time) {
    return SHOWN.format(time);
  }

  /** {@code 2026-03-01T18:30}, with or without seconds and a Z. */
  static Optional<Instant> parse(String text) {
    try {
      String local = text.strip().replaceFirst("[zZ]$", "").replace(' ', 'T');
      return Optional.of(LocalDateTime.parse(local, TYPED).toInstant(ZoneOffset.UTC));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
