package org.snapfleet.cache;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.snapfleet.hazelcast.GridCluster;

/** Members in this process, of which the one that answers for the version dies or hangs. */
@Timeout(120)
class HazelcastListsIT {
  private static final long MILLIS = 1_000_000;

  private final GridCluster grid = new GridCluster(4);

  @AfterEach
  void close() {
    grid.close();
  }

  @Test
  void noReadMissesAnAcknowledgedChange() throws Exception {
    int owner = grid.ownerOf(HazelcastLists.VERSION);
    try (Crowd crowd = new Crowd(21)) {
      for (int i = 0; i < 4; i++) {
        if (i != owner) {
          crowd.add(HazelcastLists.in(grid.member(i)));
        }
      }
      crowd.during(
          random -> {
            Crowd.rest(500 * MILLIS);
            grid.hang();
            Crowd.rest(2000 * MILLIS);
            grid.heal();
            Crowd.rest(1000 * MILLIS);
            grid.kill(owner);
            Crowd.rest(3000 * MILLIS);
          });

      crowd.assertNothingWasMissed();
    }
  }

  @Test
  void aThousandReadersAfterAChangeCostAHandfulOfQueries() throws Exception {
    AtomicInteger next = new AtomicInteger();
    Rush.assertFewQueries(() -> HazelcastLists.in(grid.member(next.getAndIncrement())));
  }
}
