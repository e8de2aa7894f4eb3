package org.snapfleet.inside;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.snapfleet.fleet.Pause;
import org.snapfleet.fleet.Repeating;

/** Takes its time at the start, and notes when background work began. */
@ApplicationScoped
public class StartNoted {
  private final CompletableFuture<Boolean> turn = new CompletableFuture<>();
  private volatile boolean seenInServer;

  void start(@Observes Startup event, Repeating repeating) {
    Thread server = Thread.currentThread();
    seenInServer = isInServer(server);
    repeating.once("Noting the start", () -> turn.complete(isInServer(server)));
    Pause.real(TimeUnit.MILLISECONDS.toNanos(300));
  }

  boolean wasSeenInServer() {
    return seenInServer;
  }

  /** Whether the server was still taking the site in at the first turn of background work. */
  boolean wasInServerAtTheTurn() throws Exception {
    return turn.get(5, TimeUnit.SECONDS);
  }

  private static boolean isInServer(Thread thread) {
    return Arrays.stream(thread.getStackTrace())
        .anyMatch(frame -> frame.getClassName().endsWith(".StandardContext"));
  }
}
