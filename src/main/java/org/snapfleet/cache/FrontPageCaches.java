package org.snapfleet.cache;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.snapfleet.fleet.Settings;

/** Chooses the cache by {@code snapfleet.cache}. */
@Dependent
class FrontPageCaches {

  @Produces
  @Singleton
  FrontPageCache chosen(Settings settings) {
    return switch (settings.cache()) {
      case NONE -> new NoCache();
      case MEMCACHED, REDIS, HAZELCAST -> throw new IllegalStateException("to come");
    };
  }
}
