package org.snapfleet.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.cluster.SlotHash;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.snapfleet.fleet.RedisAddress;
import org.snapfleet.redis.RedisLink;
import org.snapfleet.site.Await;
import org.snapfleet.site.RedisCluster;
import org.snapfleet.site.RedisServer;

/**
 * A cluster of three, of which the master with the version dies and its replica takes over. Redis
 * copies changes to replicas after it has answered: a version may come back that was replaced in
 * the last moments, and with it lists of up to 2 s before. How many readers saw one is a figure,
 * not a promise.
 */
@Tag("redis")
@Timeout(90)
class RedisFailOverIT {
  private final RedisCluster cluster = new RedisCluster(1);
  private final List<RedisLink> links = new ArrayList<>();

  @AfterEach
  void close() {
    links.forEach(RedisLink::close);
    cluster.close();
  }

  private RedisLists instance() {
    RedisServer second = cluster.masters().get(1);
    RedisLink link = new RedisLink(RedisAddress.of("redis://127.0.0.1:" + second.port()));
    links.add(link);
    RedisLists lists = new RedisLists(link);
    Await.until("it answers", Duration.ofSeconds(20), () -> lists.version().answer() != null);
    return lists;
  }

  /** The one that has a replica. */
  private RedisServer firstGetsTheVersion() {
    RedisServer first = cluster.masters().get(0);
    String slot = Integer.toString(SlotHash.getSlot(RedisLists.VERSION));
    String id = first.cli("CLUSTER", "MYID");
    all().forEach(node -> node.cli("CLUSTER", "SETSLOT", slot, "NODE", id));
    return first;
  }

  private Stream<RedisServer> all() {
    return Stream.concat(cluster.masters().stream(), cluster.replicas().stream());
  }

  @Test
  void readersGoOnAndAreRightAgainAfterAFailOver(TestReporter report) throws Exception {
    RedisServer first = firstGetsTheVersion();
    try (Crowd crowd = new Crowd(31)) {
      for (int i = 0; i < 4; i++) {
        crowd.add(instance());
      }
      crowd.during(
          random -> {
            Crowd.rest(1_000_000_000L);
            first.kill();
            RedisServer replica = cluster.replicas().get(0);
            Await.until(
                "the replica takes over",
                Duration.ofSeconds(30),
                () -> replica.cli("ROLE").startsWith("master"));
            Crowd.rest(4_000_000_000L);
          });

      report.publishEntry(
          "reads that missed a change at a fail-over of Redis",
          "%s of %s".formatted(crowd.missed, crowd.reads));
      assertThat(crowd.missed.get()).isLessThan(crowd.reads.get() / 10);
      assertThat(crowd.tally.hits).hasPositiveValue();
    }
  }
}
