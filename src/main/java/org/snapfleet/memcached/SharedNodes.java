package org.snapfleet.memcached;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.snapfleet.fleet.Repeating;
import org.snapfleet.fleet.Settings;

/** The nodes of the settings, each with one connection, for all who keep something there. */
@Dependent
public class SharedNodes {
  private static final Duration BETWEEN_LISTINGS = Duration.ofMinutes(1);

  /** Places of before are known for as long as a session may lie idle. */
  private static final Duration OVERLAP = Duration.ofMinutes(30);

  /** Opens them, and has them list themselves again each minute. */
  @Produces
  @Singleton
  public MemcachedNodes open(Settings settings, Repeating repeating) {
    MemcachedNodes nodes = MemcachedNodes.open(settings.memcached().servers(), OVERLAP);
    repeating.every(BETWEEN_LISTINGS, "Listing Memcached's nodes", nodes::refresh);
    return nodes;
  }

  void close(@Disposes MemcachedNodes nodes) {
    nodes.close();
  }
}
