package org.snapfleet.redis;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.snapfleet.fleet.Settings;

/** The connection of the settings, one for all who keep something there. */
@Dependent
class SharedLink {

  @Produces
  @Singleton
  RedisLink open(Settings settings) {
    return new RedisLink(settings.redis().orElseThrow());
  }

  void close(@Disposes RedisLink link) {
    link.close();
  }
}
