package org.snapfleet.bench;

import java.time.Duration;
import org.snapfleet.bench.Freshness.Load;
import org.snapfleet.cache.FailOver;
import org.snapfleet.site.SiteOptions;

/** Whether anyone is shown a list without a change that had been acknowledged before. */
final class FreshRows {
  private static final int INSTANCES = 4;
  private static final Load LOAD = new Load(64, 8, 100_000, Duration.ofMillis(5));

  private FreshRows() {}

  static void print(Table table) {
    table.counted(figure("memcached", LOAD));
    table.counted(figure("redis", LOAD));
    table.timed(figure("Redis", FailOver.ofRedis()));
    table.timed(figure("Hazelcast", FailOver.ofHazelcast()));
  }

  /** What it forgot, it may show for as long as a list lives. */
  private static Figure figure(String cache, FailOver seen) {
    return new Figure(
        "a fail-over of %s, which may forget what changed last".formatted(cache),
        "none older than 2 s",
        "%,d stale of %,d, the oldest by %d ms"
            .formatted(seen.missed(), seen.reads(), seen.oldest().toMillis()),
        seen.oldest().toSeconds() < 2);
  }

  static Figure figure(String cache, Load load) {
    try (CachedSites sites =
        new CachedSites("fresh_" + cache, INSTANCES, cache, 3, SiteOptions::jvmAsShipped)) {
      Freshness seen = Freshness.of(sites.addresses(), load, sites.cache());
      return new Figure(
          "%s: %d readers and %d authors on %d instances, the cache in trouble"
              .formatted(cache, load.readers(), load.writers(), INSTANCES),
          "0 stale of %,d".formatted(load.reads()),
          "%d stale of %,d, the oldest by %d ms; %,d changes, %d not answered; %s"
              .formatted(
                  seen.stale().size(),
                  seen.reads(),
                  seen.oldest().toMillis(),
                  seen.changes(),
                  seen.unanswered(),
                  seen.unrest()),
          seen.stale().isEmpty() && seen.reads() >= load.reads());
    }
  }
}
