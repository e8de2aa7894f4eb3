package org.snapfleet.sessions;

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
import org.snapfleet.fleet.Repeating;
import org.snapfleet.fleet.Settings;
import org.snapfleet.fleet.SiteStart;
import org.snapfleet.fleet.StartFailure;
import org.snapfleet.fleet.StartOrder;
import org.snapfleet.hazelcast.DataGrid;
import org.snapfleet.hazelcast.MemberLog;
import org.snapfleet.memcached.MemcachedNodes;
import org.snapfleet.redis.RedisLink;

/** Chooses the store by {@code snapfleet.sessions} and has it forget the dead. */
@Dependent
class SessionStores {
  private static final Duration BETWEEN_CLEANINGS = Duration.ofMinutes(5);
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

  @Produces
  @Singleton
  @Chosen
  SessionStore counted(
      Settings settings,
      DatabaseClock clock,
      DatabaseSessionStore database,
      Repeating repeating,
      Instance<MemcachedNodes> nodes,
      Instance<RedisLink> link,
      SessionMetrics metrics) {
    return new CountedSessionStore(
        chosen(settings, clock, database, repeating, nodes, link), metrics);
  }

  private static SessionStore chosen(
      Settings settings,
      DatabaseClock clock,
      DatabaseSessionStore database,
      Repeating repeating,
      Instance<MemcachedNodes> nodes,
      Instance<RedisLink> link) {
    return switch (settings.sessions()) {
      case MEMORY -> {
        MemorySessionStore memory = new MemorySessionStore(clock);
        repeating.every(BETWEEN_CLEANINGS, "Forgetting old sessions", memory::forgetDead);
        yield memory;
      }
      case DATABASE -> {
        repeating.every(
            BETWEEN_CLEANINGS,
            "Forgetting old sessions",
            () -> database.forgetDead(clock.instant()));
        yield database;
      }
      case MEMCACHED ->
          new MemcachedSessionStore(nodes.get(), settings.memcached().copies(), clock);
      case REDIS -> new RedisSessionStore(link.get(), clock);
      case HAZELCAST -> {
        HazelcastInstance grid = DataGrid.neededBy("snapfleet.sessions=hazelcast");
        repeating.every(BETWEEN_LOOKS, "Looking at the data grid", new MemberLog(grid)::look);
        yield storeIn(grid, clock);
      }
    };
  }

  /** The first member of a grid decides on its maps. */
  private static SessionStore storeIn(HazelcastInstance grid, DatabaseClock clock) {
    try {
      return HazelcastSessionStore.in(grid, clock);
    } catch (InvalidConfigurationException e) {
      StartFailure.stop(
          "snapfleet.sessions=hazelcast: the members of this data grid keep sessions in another way,"
              + " as another version of the site may; give this fleet another --clustername");
      throw e;
    }
  }

  /** Has the store begin to connect before anyone asks it. */
  void start(@Observes @Priority(StartOrder.CONTENT) SiteStart event, @Chosen SessionStore store) {}

  /** What others use as well is not closed here. */
  void stop(@Disposes @Chosen SessionStore store) {
    if (store instanceof CountedSessionStore counted
        && counted.store() instanceof HazelcastSessionStore inGrid) {
      inGrid.close();
    }
  }
}
