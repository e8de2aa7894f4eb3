package org.snapfleet.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A real cluster: three servers that share the keys, and replicas of the first where asked for. */
public final class RedisCluster implements AutoCloseable {
  private static final int MASTERS = 3;

  private final List<RedisServer> masters = new ArrayList<>();
  private final List<RedisServer> replicas = new ArrayList<>();
  private final Optional<Certificate> certificate;

  public RedisCluster(int replicasOfTheFirst) {
    this(replicasOfTheFirst, Optional.empty());
  }

  /** One whose nodes speak TLS alone, also among themselves. */
  public RedisCluster(Certificate certificate) {
    this(0, Optional.of(certificate));
  }

  private RedisCluster(int replicasOfTheFirst, Optional<Certificate> certificate) {
    this.certificate = certificate;
    for (int i = 0; i < MASTERS; i++) {
      masters.add(node());
    }
    List<String> create = new ArrayList<>(List.of("redis-cli"));
    certificate.ifPresent(own -> create.addAll(List.of("--tls", "--cacert", "" + own.chain())));
    create.addAll(List.of("--cluster", "create"));
    masters.forEach(master -> create.add(address(master)));
    create.add("--cluster-yes");
    assertThat(RedisServer.run(create)).contains("All 16384 slots covered");
    String first = masters.get(0).cli("CLUSTER", "MYID");
    for (int i = 0; i < replicasOfTheFirst; i++) {
      RedisServer replica = node();
      String added =
          RedisServer.run(
              List.of(
                  "redis-cli",
                  "--cluster",
                  "add-node",
                  address(replica),
                  address(masters.get(0)),
                  "--cluster-slave",
                  "--cluster-master-id",
                  first));
      assertThat(added).contains("New node added correctly");
      Await.until(
          "the replica follows",
          Duration.ofSeconds(20),
          () -> replica.cli("INFO", "replication").contains("master_link_status:up"));
      replicas.add(replica);
    }
    Await.until("all nodes agree", Duration.ofSeconds(20), () -> all().allMatch(this::knowsAll));
  }

  private RedisServer node() {
    List<String> options =
        new ArrayList<>(
            List.of(
                "--cluster-enabled",
                "yes",
                "--cluster-port",
                "" + Ports.free(),
                "--cluster-node-timeout",
                "2000",
                // those whose keys are there are served, whatever became of the others
                "--cluster-require-full-coverage",
                "no"));
    certificate.ifPresent(
        own -> {
          options.addAll(List.of(RedisServer.tls(own)));
          options.addAll(List.of("--tls-ca-cert-file", "" + own.chain(), "--tls-cluster", "yes"));
        });
    RedisServer node = new RedisServer(options.toArray(String[]::new));
    return (certificate.isPresent() ? node.withClientOptions("--tls", "--insecure") : node).start();
  }

  private static String address(RedisServer node) {
    return "127.0.0.1:" + node.port();
  }

  private Stream<RedisServer> all() {
    return Stream.concat(masters.stream(), replicas.stream());
  }

  private boolean knowsAll(RedisServer node) {
    return node.cli("CLUSTER", "INFO").contains("cluster_state:ok")
        && node.cli("CLUSTER", "NODES").lines().count() == all().count();
  }

  public List<RedisServer> masters() {
    return masters;
  }

  public List<RedisServer> replicas() {
    return replicas;
  }

  @Override
  public void close() {
    all().forEach(RedisServer::close);
  }
}
