package org.snapfleet.cache;

import com.hazelcast.config.InvalidConfigurationException;
import com.hazelcast.core.HazelcastInstance;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.snapfleet.fleet.DatabaseClock;
import org.snapfleet.fleet.Pause;
import org.snapfleet.fleet.Repeating;
import org.snapfleet.fleet.Settings;
import org.snapfleet.fleet.SiteStart;
import org.snapfleet.fleet.StartFailure;
import org.snapfleet.fleet.StartOrder;
import org.snapfleet.hazelcast.DataGrid;
import org.snapfleet.hazelcast.MemberLog;
import org.snapfleet.memcached.MemcachedNodes;
import org.snapfleet.redis.RedisLink;

/** Chooses the cache by {@code snapfleet.cache}. */
@Dependent
class FrontPageCaches {
  private static final Duration BETWEEN_SETTLINGS = Duration.ofSeconds(1);
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

  @Produces
  @Singleton
  FrontPageCache chosen(
      Settings settings,
      DatabaseClock clock,
      Repeating repeating,
      Instance<CacheMetrics> metrics,
      Instance<MemcachedNodes> nodes,
      Instance<RedisLink> link) {
    return switch (settings.cache()) {
      case NONE -> new NoCache();
      case MEMCACHED -> on(new MemcachedLists(nodes.get()), clock, repeating, metrics.get());
      case REDIS -> on(new RedisLists(link.get()), clock, repeating, metrics.get());
      case HAZELCAST -> on(inGrid(settings, repeating), clock, repeating, metrics.get());
    };
  }

  private static FrontPageCache on(
      ListStore store, DatabaseClock clock, Repeating repeating, CacheMetrics metrics) {
    Time time = new Time(System::nanoTime, clock, Pause::real);
    SharedLists lists = new SharedLists(store, time, metrics.counts());
    repeating.every(BETWEEN_SETTLINGS, "Replacing the lists' version", lists::settle);
    return lists;
  }

  /** The first member of a grid decides on its maps. */
  private static ListStore inGrid(Settings settings, Repeating repeating) {
    HazelcastInstance grid = DataGrid.neededBy("snapfleet.cache=hazelcast");
    if (settings.sessions() != Settings.SessionsPlace.HAZELCAST) { // they tell it already
      repeating.every(BETWEEN_LOOKS, "Looking at the data grid", new MemberLog(grid)::look);
    }
    try {
      return HazelcastLists.in(grid);
    } catch (InvalidConfigurationException e) {
      StartFailure.stop(
          "snapfleet.cache=hazelcast: the members of this data grid keep lists in another way, as"
              + " another version of the site may; give this fleet another --clustername");
      throw e;
    }
  }

  /** Has the store begin to connect before anyone asks it. */
  void start(@Observes @Priority(StartOrder.CONTENT) SiteStart event, FrontPageCache cache) {}

  void stop(@Disposes FrontPageCache cache) {
    if (cache instanceof SharedLists lists) {
      lists.close();
    }
  }
}
