package org.snapfleet.bench;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import org.snapfleet.bench.Caller.Reply;

/** Someone who is signed in, by the cookie of their session. */
record Member(String name, String cookie) {
  private static final int BUSY = 503;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** What an instance takes someone for. */
  enum Seen {
    THEMSELVES,
    SOMEONE_ELSE,
    NOBODY,
    NO_ANSWER
  }

  /** Signs in by name alone, from an address of their own: of one address, many are refused. */
  static Member signIn(URI at, String name) {
    int number = name.hashCode() & 0xFFFFFF;
    String address = "10.%d.%d.%d".formatted(number >> 16, number >> 8 & 0xFF, number & 0xFF);
    long end = System.nanoTime() + PATIENCE.toNanos();
    Reply reply = tried(at, name, address);
    while (reply.status() == BUSY && System.nanoTime() < end) {
      reply = tried(at, name, address); // as it asks for: a fleet has just begun
    }
    if (reply.status() != 200) {
      throw new IllegalStateException("%s cannot sign in at %s: %s".formatted(name, at, reply));
    }
    return new Member(name, reply.cookie());
  }

  private static Reply tried(URI at, String name, String address) {
    return Caller.send(
        "POST",
        at,
        "/api/session",
        "",
        BodyPublishers.ofString("{\"username\":\"%s\"}".formatted(name)),
        "Content-Type",
        "application/json",
        "X-Forwarded-For",
        address);
  }

  /** Asks an instance by the API who this is. */
  Seen askedAt(URI at) {
    Reply reply = Caller.get(at, "/api/session", cookie);
    if (reply.status() != 200) {
      return Seen.NO_ANSWER;
    }
    if (reply.body().contains("\"name\":\"%s\"".formatted(name))) {
      return Seen.THEMSELVES;
    }
    return reply.body().contains("\"user\":null") ? Seen.NOBODY : Seen.SOMEONE_ELSE;
  }

  /** Looks at an instance's front page for whom it greets. */
  Seen shownAt(URI at) {
    Reply reply = Caller.get(at, "/", cookie);
    if (reply.status() != 200) {
      return Seen.NO_ANSWER;
    }
    if (reply.body().contains("class=\"who\">%s<".formatted(name))) {
      return Seen.THEMSELVES;
    }
    return reply.body().contains("class=\"who\">") ? Seen.SOMEONE_ELSE : Seen.NOBODY;
  }
}
