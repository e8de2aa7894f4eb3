package org.snapfleet.hazelcast;

import com.hazelcast.config.Config;
import com.hazelcast.config.JoinConfig;
import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.IntStream;
import org.snapfleet.site.Await;

/**
 * Members of a data grid in this process, as shipped but for their haste, each behind a wire that
 * can be cut.
 */
public final class GridCluster implements AutoCloseable {
  private static final Duration BOUND = Duration.ofMinutes(2);

  private final String name = "test-" + UUID.randomUUID();
  private final List<HazelcastInstance> members = new ArrayList<>();
  private final List<Wire> wires;

  public GridCluster(int count) {
    wires = IntStream.range(0, count).mapToObj(i -> new Wire()).toList();
    wires.forEach(wire -> members.add(Hazelcast.newHazelcastInstance(configuration(wire))));
    awaitSizes(count);
    Await.until(
        "every entry has a copy",
        BOUND,
        () -> members.stream().allMatch(m -> m.getPartitionService().isClusterSafe()));
  }

  private Config configuration(Wire wire) {
    Config config = new Config().setClusterName(name);
    shipped().forEach((key, value) -> config.setProperty((String) key, (String) value));
    config.setProperty("hazelcast.heartbeat.interval.seconds", "1");
    config.setProperty("hazelcast.max.no.heartbeat.seconds", "5");
    config.setProperty("hazelcast.merge.first.run.delay.seconds", "2");
    config.setProperty("hazelcast.merge.next.run.delay.seconds", "2");
    config.setProperty("hazelcast.wait.seconds.before.join", "0");
    config.setProperty("hazelcast.partition.count", "23");
    config
        .getNetworkConfig()
        .setPort(wire.to())
        .setPortAutoIncrement(false)
        .setPublicAddress("127.0.0.1:" + wire.from());
    config.getNetworkConfig().getInterfaces().setEnabled(true).addInterface("127.0.0.1");
    JoinConfig join = config.getNetworkConfig().getJoin();
    join.getAutoDetectionConfig().setEnabled(false);
    join.getMulticastConfig().setEnabled(false);
    join.getTcpIpConfig().setEnabled(true);
    wires.forEach(each -> join.getTcpIpConfig().addMember("127.0.0.1:" + each.from()));
    return config;
  }

  private static Properties shipped() {
    try (Reader file = Files.newBufferedReader(Path.of("server-config/hazelcast.properties"))) {
      Properties properties = new Properties();
      properties.load(file);
      return properties;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public HazelcastInstance member(int number) {
    return members.get(number);
  }

  /** As kill -9 does: it tells nobody. */
  public void kill(int number) {
    members.get(number).getLifecycleService().terminate();
  }

  /** The number of the member that answers for a key. */
  public int ownerOf(String key) {
    UUID owner = members.get(0).getPartitionService().getPartition(key).getOwner().getUuid();
    return (int)
        members.stream()
            .takeWhile(m -> !m.getCluster().getLocalMember().getUuid().equals(owner))
            .count();
  }

  /** Cuts every wire: the members no longer hear of each other. */
  public void split() {
    wires.forEach(Wire::cut);
    awaitSizes(1);
  }

  /** Holds back all that the members say to each other. */
  public void hang() {
    wires.forEach(Wire::hold);
  }

  /** Mends the wires and waits until all are one again. */
  public void heal() {
    wires.forEach(Wire::mend);
    awaitSizes(members.size());
    Await.until(
        "the merge is over",
        BOUND,
        () ->
            members.stream()
                .allMatch(
                    m ->
                        m.getLifecycleService().isRunning()
                            && m.getPartitionService().isClusterSafe()));
  }

  public void awaitSizes(int size) {
    Await.until(
        "each sees " + size,
        BOUND,
        () ->
            members.stream()
                .filter(m -> m.getLifecycleService().isRunning())
                .allMatch(m -> m.getCluster().getMembers().size() == size));
  }

  @Override
  public void close() {
    members.forEach(member -> member.getLifecycleService().terminate());
    wires.forEach(Wire::close);
  }
}
