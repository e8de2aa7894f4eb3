package org.snapfleet.bench;

import java.time.Duration;
import org.snapfleet.bench.Freshness.Load;
import org.snapfleet.site.SiteOptions;

/** Whether anyone is shown a list without a change that had been acknowledged before. */
final class FreshRows {
  private static final int INSTANCES = 4;
  private static final Load LOAD = new Load(64, 8, 100_000, Duration.ofMillis(5));

  private FreshRows() {}

  static void print(Table table) {
    table.counted(figure("memcached", LOAD));
    table.counted(figure("redis", LOAD));
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
