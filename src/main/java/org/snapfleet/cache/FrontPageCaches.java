package org.snapfleet.cache;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.snapfleet.fleet.DatabaseClock;
import org.snapfleet.fleet.Repeating;
import org.snapfleet.fleet.Settings;
import org.snapfleet.fleet.StartOrder;
import org.snapfleet.memcached.MemcachedNodes;

/** Chooses the cache by {@code snapfleet.cache}. */
@Dependent
class FrontPageCaches {
  private static final Duration BETWEEN_SETTLINGS = Duration.ofSeconds(1);

  @Produces
  @Singleton
  FrontPageCache chosen(
      Settings settings,
      DatabaseClock clock,
      Repeating repeating,
      CacheMetrics metrics,
      Instance<MemcachedNodes> nodes) {
    ListStore store =
        switch (settings.cache()) {
          case NONE -> null;
          case MEMCACHED -> new MemcachedLists(nodes.get());
          case REDIS, HAZELCAST -> throw new IllegalStateException("to come");
        };
    if (store == null) {
      return new NoCache();
    }
    Time time = new Time(System::nanoTime, clock, Pause::real);
    SharedLists lists = new SharedLists(store, time, metrics.counts());
    repeating.every(BETWEEN_SETTLINGS, "Replacing the lists' version", lists::settle);
    return lists;
  }

  /** Has the store begin to connect before anyone asks it. */
  void start(@Observes @Priority(StartOrder.CONTENT) Startup event, FrontPageCache cache) {}
}
