package org.snapfleet.cache;

import io.lettuce.core.cluster.SlotHash;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.snapfleet.fleet.RedisAddress;
import org.snapfleet.hazelcast.GridCluster;
import org.snapfleet.redis.RedisLink;
import org.snapfleet.site.Await;
import org.snapfleet.site.RedisCluster;
import org.snapfleet.site.RedisServer;

/**
 * What readers see while the server dies that keeps the version, and another takes over. One that
 * copies a change only after it has answered may bring back a version that was replaced in the last
 * moments, and with it lists of up to 2 s before: how many readers saw one is a figure, not a
 * promise.
 *
 * @param missed reads that lacked a change which had been acknowledged before
 * @param oldest how old the oldest of them was
 * @param hits of the lists, how many came from the cache
 */
public record FailOver(int reads, int missed, Duration oldest, int hits) {
  private static final long A_SECOND = 1_000_000_000L;
  private static final int INSTANCES = 4;

  private static FailOver seenBy(Crowd crowd) {
    return new FailOver(
        crowd.reads.get(), crowd.missed.get(), crowd.oldest(), crowd.tally.hits.get());
  }

  /** A member of the data grid: another has a copy of all that it answered for. */
  public static FailOver ofHazelcast() {
    try (GridCluster grid = new GridCluster(INSTANCES + 1);
        Crowd crowd = new Crowd(41)) {
      int owner = grid.ownerOf(HazelcastLists.VERSION);
      for (int i = 0; i <= INSTANCES; i++) {
        if (i != owner) {
          crowd.add(HazelcastLists.in(grid.member(i)));
        }
      }
      return during(
          crowd,
          () -> {
            Crowd.rest(A_SECOND);
            grid.kill(owner);
            Crowd.rest(4 * A_SECOND);
          });
    }
  }

  /** The master of a cluster of three; its replica takes over. */
  public static FailOver ofRedis() {
    List<RedisLink> links = new ArrayList<>();
    try (RedisCluster cluster = new RedisCluster(1);
        Crowd crowd = new Crowd(31)) {
      RedisServer first = firstGetsTheVersion(cluster);
      for (int i = 0; i < INSTANCES; i++) {
        crowd.add(instance(cluster, links));
      }
      return during(
          crowd,
          () -> {
            Crowd.rest(A_SECOND);
            first.kill();
            RedisServer replica = cluster.replicas().get(0);
            Await.until(
                "the replica takes over",
                Duration.ofSeconds(30),
                () -> replica.cli("ROLE").startsWith("master"));
            Crowd.rest(4 * A_SECOND);
          });
    } finally {
      links.forEach(RedisLink::close);
    }
  }

  private static FailOver during(Crowd crowd, Runnable trouble) {
    try {
      crowd.during(random -> trouble.run());
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    return seenBy(crowd);
  }

  private static RedisLists instance(RedisCluster cluster, List<RedisLink> links) {
    RedisServer second = cluster.masters().get(1);
    RedisLink link = new RedisLink(RedisAddress.of("redis://127.0.0.1:" + second.port()));
    links.add(link);
    RedisLists lists = new RedisLists(link);
    Await.until("it answers", Duration.ofSeconds(20), () -> lists.version().answer() != null);
    return lists;
  }

  /** The one that has a replica. */
  private static RedisServer firstGetsTheVersion(RedisCluster cluster) {
    RedisServer first = cluster.masters().get(0);
    String slot = Integer.toString(SlotHash.getSlot(RedisLists.VERSION));
    String id = first.cli("CLUSTER", "MYID");
    Stream.concat(cluster.masters().stream(), cluster.replicas().stream())
        .forEach(node -> node.cli("CLUSTER", "SETSLOT", slot, "NODE", id));
    return first;
  }
}
