package org.snapfleet.bench;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import org.snapfleet.site.Await;
import org.snapfleet.site.Site;
import org.snapfleet.site.SiteOptions;

/** Two thousand requests of one moment that are held back for a second, on 64 threads. */
final class LatencyRows {
  private static final int CROWD = 2_000;
  private static final int THREADS = 64;
  private static final Duration LATENCY = Duration.ofSeconds(1);
  private static final int WARM_UPS = 3;

  private LatencyRows() {}

  static void print(Table table) {
    print(table, CROWD);
  }

  private static void print(Table table, int crowd) {
    try (Site site = SiteOptions.named("latency").jvmAsShipped().requestThreads(THREADS).start()) {
      URI page = site.uri("/");
      URI health = site.uri("/health/ready");
      String admin = site.admin().cookie("session");
      for (int i = 0; i < WARM_UPS; i++) {
        Burst.of(page, health, crowd);
      }
      Burst plain = Burst.of(page, health, crowd);
      set(page, admin, LATENCY);
      Burst.of(page, health, crowd);
      Burst held = Burst.of(page, health, crowd);
      print(table, crowd, plain, held);
    }
  }

  private static void set(URI site, String admin, Duration latency) {
    String body = "{\"latency\": \"%dms\"}".formatted(latency.toMillis());
    Caller.send(
        "PUT",
        site,
        "/api/fleet/settings",
        "session=" + admin,
        BodyPublishers.ofString(body),
        "Content-Type",
        "application/json");
    Await.until("it is held back", Duration.ofSeconds(10), () -> isHeld(site, latency));
  }

  private static boolean isHeld(URI page, Duration latency) {
    long begin = System.nanoTime();
    Caller.get(page, "", "");
    return System.nanoTime() - begin >= latency.toNanos();
  }

  private static void print(Table table, int crowd, Burst plain, Burst held) {
    table.counted(
        new Figure(
            "%,d requests at once, held back for 1 s, on %d threads".formatted(crowd, THREADS),
            "all answered",
            "%,d answered".formatted(held.answered()),
            held.answered() == crowd));
    Duration more = held.slowest().minus(LATENCY);
    double ratio = (double) more.toNanos() / plain.slowest().toNanos();
    table.timed(
        new Figure(
            "what they took beyond that (99 of 100), of the same burst not held back",
            "≤ 1.5",
            "%.2f (%d ms of %d ms)".formatted(ratio, more.toMillis(), plain.slowest().toMillis()),
            ratio <= 1.5));
    double beside = (double) held.health().toNanos() / plain.health().toNanos();
    table.timed(
        new Figure(
            "a health call beside them, of one beside the burst not held back",
            "≤ 1.1",
            "%.2f (%.1f ms of %.1f ms)"
                .formatted(beside, held.health().toNanos() / 1e6, plain.health().toNanos() / 1e6),
            beside <= 1.1));
  }
}
