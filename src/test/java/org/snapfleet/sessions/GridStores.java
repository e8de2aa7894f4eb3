package org.snapfleet.sessions;

import java.time.Clock;
import java.time.Duration;
import org.snapfleet.hazelcast.GridCluster;

/** Stores on the grids of tests. */
final class GridStores {
  private static final Duration LONG = Duration.ofMinutes(1);

  private GridStores() {}

  /** As shipped: it gives up soon. */
  static HazelcastSessionStore shipped(GridCluster grid, int member) {
    return HazelcastSessionStore.in(grid.member(member), Clock.systemUTC());
  }

  /** For what has nothing to do with time: a busy machine must not make it fail. */
  static HazelcastSessionStore patient(GridCluster grid, int member) {
    return HazelcastSessionStore.in(grid.member(member), Clock.systemUTC(), LONG);
  }
}
