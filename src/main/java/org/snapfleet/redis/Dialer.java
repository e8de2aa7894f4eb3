package org.snapfleet.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.SslOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.cluster.ClusterClientOptions;
import io.lettuce.core.cluster.ClusterTopologyRefreshOptions;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.cluster.SlotHash;
import io.lettuce.core.cluster.api.StatefulRedisClusterConnection;
import io.lettuce.core.cluster.models.partitions.RedisClusterNode;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.Delay;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.snapfleet.fleet.RedisSettings;

/** Connects to Redis; whether to one server or to a cluster, the server at the address says. */
final class Dialer implements AutoCloseable {
  private static final RedisCodec<String, byte[]> CODEC =
      RedisCodec.of(StringCodec.ASCII, ByteArrayCodec.INSTANCE);
  private static final Duration TO_CONNECT = Duration.ofSeconds(2);
  private static final Duration BETWEEN_LOOKS_AT_THE_CLUSTER = Duration.ofSeconds(5);
  private static final int THREADS = 2;

  private final ClientResources resources =
      ClientResources.builder()
          .ioThreadPoolSize(THREADS)
          .computationThreadPoolSize(THREADS)
          .reconnectDelay(
              Delay.exponential(Duration.ofMillis(50), TO_CONNECT, 2, TimeUnit.MILLISECONDS))
          .build();
  private final RedisClient server;
  private final RedisClusterClient cluster;
  private final Duration patience;
  private boolean isCluster;

  /**
   * @param patience how long a connection waits for an answer
   */
  Dialer(RedisSettings settings, Duration patience) {
    this.patience = patience;
    RedisURI address = address(settings);
    server = RedisClient.create(resources, address);
    server.setOptions(with(ClientOptions.builder()).build());
    cluster = RedisClusterClient.create(resources, address);
    cluster.setOptions(clusterOptions());
  }

  private static RedisURI address(RedisSettings settings) {
    RedisURI.Builder address =
        RedisURI.builder()
            .withHost(settings.host())
            .withPort(settings.port())
            .withDatabase(settings.database())
            .withSsl(settings.tls())
            .withClientName("snapfleet")
            .withTimeout(TO_CONNECT);
    settings
        .password()
        .map(String::toCharArray)
        .ifPresent(
            password ->
                settings
                    .user()
                    .ifPresentOrElse(
                        user -> address.withAuthentication(user, password),
                        () -> address.withPassword(password)));
    return address.build();
  }

  private static <B extends ClientOptions.Builder> B with(B options) {
    options
        .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
        .socketOptions(SocketOptions.builder().connectTimeout(TO_CONNECT).keepAlive(true).build())
        .sslOptions(SslOptions.builder().handshakeTimeout(TO_CONNECT).build());
    return options;
  }

  private static ClusterClientOptions clusterOptions() {
    return with(ClusterClientOptions.builder())
        .topologyRefreshOptions(
            ClusterTopologyRefreshOptions.builder()
                .enablePeriodicRefresh(BETWEEN_LOOKS_AT_THE_CLUSTER)
                .enableAllAdaptiveRefreshTriggers()
                .adaptiveRefreshTriggersTimeout(TO_CONNECT)
                .build())
        // a node that has just joined is told of by others before we look again
        .validateClusterNodeMembership(false)
        .build();
  }

  /** Opens one more connection. */
  synchronized Connection dial() {
    if (!isCluster) {
      StatefulRedisConnection<String, byte[]> connection = server.connect(CODEC);
      connection.setTimeout(patience);
      isCluster = saysThatItIsACluster(connection);
      if (!isCluster) {
        return new Connection(connection, connection.sync(), connection.async(), key -> "");
      }
      connection.close();
    }
    cluster.refreshPartitions();
    StatefulRedisClusterConnection<String, byte[]> connection = cluster.connect(CODEC);
    connection.setTimeout(patience);
    connectNodes(connection);
    return new Connection(connection, connection.sync(), connection.async(), this::nodeOf);
  }

  private static boolean saysThatItIsACluster(StatefulRedisConnection<String, byte[]> connection) {
    try {
      return connection.sync().info("cluster").contains("cluster_enabled:1");
    } catch (RedisException e) {
      connection.close(); // the next look dials anew
      throw e;
    }
  }

  /** Otherwise the first question to each node would wait for its connection. */
  private void connectNodes(StatefulRedisClusterConnection<String, byte[]> connection) {
    CompletableFuture<?>[] nodes =
        cluster.getPartitions().stream()
            .filter(node -> !node.hasNoSlots())
            .map(RedisClusterNode::getUri)
            .map(uri -> connection.getConnectionAsync(uri.getHost(), uri.getPort()))
            .map(opening -> opening.exceptionally(notNow -> null))
            .toArray(CompletableFuture[]::new);
    CompletableFuture.allOf(nodes)
        .completeOnTimeout(null, TO_CONNECT.toMillis(), TimeUnit.MILLISECONDS)
        .join();
  }

  private String nodeOf(String key) {
    RedisClusterNode node = cluster.getPartitions().getPartitionBySlot(SlotHash.getSlot(key));
    return node == null ? "" : node.getUri().getHost() + ":" + node.getUri().getPort();
  }

  @Override
  public void close() {
    server.shutdown(Duration.ZERO, TO_CONNECT);
    cluster.shutdown(Duration.ZERO, TO_CONNECT);
    resources.shutdown(0, TO_CONNECT.toMillis(), TimeUnit.MILLISECONDS).awaitUninterruptibly();
  }
}
