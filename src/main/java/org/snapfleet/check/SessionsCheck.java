package org.snapfleet.check;

import java.util.List;
import org.snapfleet.fleet.Settings;
import org.snapfleet.fleet.Settings.SessionsPlace;

/**
 * Sessions that need no server of their own.
 *
 * @param oneOfMany whether other instances can be there, as the database or the level says
 * @param grid what the data grid is told; empty where it has no other members
 */
record SessionsCheck(SessionsPlace place, boolean oneOfMany, String grid) implements Check {
  static final String NAME = "sessions";

  /** The check for where the sessions are kept. */
  static Check of(Settings settings, boolean oneOfMany, String grid) {
    return switch (settings.sessions()) {
      case MEMCACHED -> new MemcachedCheck(NAME, settings.memcached());
      case REDIS -> new RedisCheck(NAME, settings.redis().orElseThrow());
      case MEMORY, DATABASE, HAZELCAST -> new SessionsCheck(settings.sessions(), oneOfMany, grid);
    };
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String where() {
    return switch (place) {
      case HAZELCAST -> "the data grid of the instances";
      case DATABASE -> "the database";
      default -> "this instance's memory";
    };
  }

  @Override
  public List<Finding> look() {
    return List.of(new Finding(name(), where(), "nothing to reach now", notes()));
  }

  private List<Note> notes() {
    if (place == SessionsPlace.MEMORY && oneOfMany) {
      return List.of(
          Note.warning(
              "each instance has sessions of its own: behind a load balancer, people are signed out"
                  + " from time to time",
              "Set snapfleet.sessions to memcached, redis, hazelcast or database."));
    } else if (place == SessionsPlace.HAZELCAST && oneOfMany && grid.isEmpty()) {
      return List.of(
          Note.warning(
              "SNAPFLEET_DATAGRID is not set: `run` then makes a grid of one instance, and behind a"
                  + " load balancer people are signed out from time to time",
              "Say how the members find each other: README, Sessions in Hazelcast."));
    } else if (place == SessionsPlace.HAZELCAST) {
      return List.of(
          Note.mention(
              "The instances find each other when they start; their log then says how many they are"
                  + " (\"Members of the data grid\")."));
    }
    return List.of();
  }
}
