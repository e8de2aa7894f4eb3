package org.snapfleet.check;

import io.lettuce.core.RedisCommandTimeoutException;
import java.util.Optional;

/** Why Redis did not let the site in; by the first words of its errors. */
final class RedisCauses {
  private RedisCauses() {}

  static Note of(Throwable thrown) {
    return NetworkCauses.of(thrown)
        .or(() -> byWords(Shown.reason(thrown)))
        .or(() -> silence(thrown))
        .orElseGet(() -> Note.failure(Shown.reason(thrown), ""));
  }

  private static Optional<Note> byWords(String reason) {
    if (reason.startsWith("WRONGPASS") || reason.startsWith("ERR invalid password")) {
      return note(
          "user or password is wrong",
          "Correct them in snapfleet.redis.url (@ / : % as %40 %2F …).");
    } else if (reason.startsWith("NOAUTH")) {
      return note(
          "it wants a password", "snapfleet.redis.url=redis://:password@host has one for it.");
    } else if (reason.contains("without any password configured")) {
      return note("it has no password", "Remove the one in snapfleet.redis.url.");
    } else if (reason.startsWith("NOPERM")) {
      return note(
          "the user may not do what is needed: " + reason,
          "Allow it +@read +@write +@scripting +@connection +info +cluster on keys snapfleet:*.");
    } else if (reason.startsWith("LOADING")) {
      return note("it is still loading its data", "Wait, and try again.");
    } else if (reason.startsWith("OOM")) {
      return note("its memory is full", "Give it more (maxmemory).");
    } else if (reason.startsWith("DENIED")) {
      return note(
          "it runs in protected mode: only its own machine may connect",
          "Give it a password (requirepass) and a bind address.");
    }
    if (reason.contains("Invalid first byte")) {
      return note("it answers, but not as Redis", "Is it another service's port?");
    }
    return Optional.empty();
  }

  private static Optional<Note> silence(Throwable thrown) {
    for (Throwable t = thrown; t != null; t = t.getCause()) {
      if (t instanceof RedisCommandTimeoutException) {
        return note(
            "it takes connections and does not answer",
            "Does it hang, or does only one of the two sides speak TLS (rediss://)?");
      }
    }
    return Optional.empty();
  }

  private static Optional<Note> note(String what, String remedy) {
    return Optional.of(Note.failure(what, remedy));
  }
}
