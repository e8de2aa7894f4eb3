package org.snapfleet.check;

import java.util.List;
import java.util.Optional;
import org.snapfleet.fleet.Settings;
import org.snapfleet.fleet.Settings.CachePlace;

/**
 * A cache that is where the sessions are, which are looked at anyway, or needs no server.
 *
 * @param notes what is to be said of it
 */
record CacheCheck(String where, String found, List<Note> notes) implements Check {
  private static final String NAME = "cache";

  /** The check for where the front page's list is kept; nothing where it is not. */
  static Optional<Check> of(Settings settings, boolean oneOfMany, String grid) {
    boolean withSessions = settings.sessions().name().equals(settings.cache().name());
    return switch (settings.cache()) {
      case NONE -> Optional.empty();
      case HAZELCAST -> Optional.of(inGrid(oneOfMany && grid.isEmpty()));
      case MEMCACHED ->
          Optional.of(
              withSessions
                  ? besideSessions(CachePlace.MEMCACHED)
                  : new MemcachedCheck(NAME, settings.memcached()));
      case REDIS ->
          Optional.of(
              withSessions
                  ? besideSessions(CachePlace.REDIS)
                  : new RedisCheck(NAME, settings.redis().orElseThrow()));
    };
  }

  private static CacheCheck besideSessions(CachePlace place) {
    String server = place == CachePlace.REDIS ? "Redis" : "Memcached";
    return new CacheCheck(server, "beside the sessions", List.of());
  }

  /** Grids of one cannot tell each other of changes. */
  static CacheCheck inGrid(boolean alone) {
    return new CacheCheck(
        "the data grid of the instances",
        "nothing to reach now",
        alone
            ? List.of(
                Note.warning(
                    "SNAPFLEET_DATAGRID is not set: `run` then makes a grid of one instance, and"
                        + " others show its changes up to 2 s late",
                    "Say how the members find each other: README, Sessions in Hazelcast."))
            : List.of());
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<Finding> look() {
    return List.of(new Finding(name(), where(), found, notes));
  }
}
