package org.snapfleet.redis;

import io.lettuce.core.cluster.api.StatefulRedisClusterConnection;
import io.lettuce.core.cluster.api.sync.RedisClusterCommands;
import io.lettuce.core.cluster.models.partitions.RedisClusterNode;
import java.time.Duration;
import java.util.List;
import org.snapfleet.fleet.RedisSettings;

/** One look at Redis: connects once and tells why it could not, where {@link RedisLink} goes on. */
public final class RedisLook implements AutoCloseable {
  private final RedisSettings settings;
  private final Dialer dialer;
  private final Connection connection;

  /**
   * @param patience how long an answer may take
   * @throws RuntimeException as Lettuce has it, where there is no connection
   */
  public RedisLook(RedisSettings settings, Duration patience) {
    this.settings = settings;
    this.dialer = new Dialer(settings, patience);
    try {
      connection = dialer.dial();
    } catch (RuntimeException e) {
      dialer.close();
      throw e;
    }
  }

  public boolean isCluster() {
    return connection.open() instanceof StatefulRedisClusterConnection;
  }

  public RedisClusterCommands<String, byte[]> commands() {
    return connection.commands();
  }

  /** The servers that may be written to; of one without a cluster, itself. */
  public List<String> masters() {
    if (connection.open() instanceof StatefulRedisClusterConnection<?, ?> cluster) {
      return cluster.getPartitions().stream()
          .filter(node -> node.getRole().isUpstream() && !node.hasNoSlots())
          .map(RedisLook::name)
          .toList();
    }
    return List.of(nodeOf(""));
  }

  /** The server that keeps a key. */
  public String nodeOf(String key) {
    return isCluster() ? connection.nodeOf().apply(key) : settings.host() + ":" + settings.port();
  }

  /** What a master tells of itself. */
  public String info(String master) {
    if (connection.open() instanceof StatefulRedisClusterConnection<?, ?> cluster) {
      RedisClusterNode node =
          cluster.getPartitions().stream()
              .filter(one -> name(one).equals(master))
              .findFirst()
              .orElseThrow();
      return cluster.getConnection(node.getUri().getHost(), node.getUri().getPort()).sync().info();
    }
    return connection.commands().info();
  }

  private static String name(RedisClusterNode node) {
    return node.getUri().getHost() + ":" + node.getUri().getPort();
  }

  @Override
  public void close() {
    dialer.close();
  }
}
