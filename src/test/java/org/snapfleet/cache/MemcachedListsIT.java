package org.snapfleet.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snapfleet.fleet.MemcachedSettings.Server;
import org.snapfleet.memcached.MemcachedNodes;
import org.snapfleet.site.MemcachedServer;

/** Real nodes, which are stopped, killed, emptied and filled. */
@Tag("memcached")
@Timeout(60)
class MemcachedListsIT {
  private static final Duration OVERLAP = Duration.ofMinutes(30);
  private static final long MILLIS = 1_000_000;

  private final List<MemcachedServer> servers = new ArrayList<>();
  private final List<MemcachedNodes> clients = new ArrayList<>();

  @AfterEach
  void close() {
    clients.forEach(MemcachedNodes::close);
    servers.forEach(MemcachedServer::close);
  }

  private void start(int count, String... options) {
    IntStream.range(0, count).forEach(i -> servers.add(new MemcachedServer(options)));
  }

  private MemcachedLists instance() {
    List<Server> addresses = servers.stream().map(MemcachedServer::address).toList();
    MemcachedNodes nodes = MemcachedNodes.open(addresses, OVERLAP);
    clients.add(nodes);
    return new MemcachedLists(nodes);
  }

  private MemcachedServer serverOfTheVersion() {
    String name = clients.get(0).closest(MemcachedLists.VERSION, 1).get(0).node().name();
    return servers.stream()
        .filter(server -> server.address().toString().equals(name))
        .findAny()
        .orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void noReadMissesAnAcknowledgedChange(int nodes) throws Exception {
    start(nodes);
    try (Crowd crowd = new Crowd(nodes)) {
      for (int i = 0; i < 4; i++) {
        crowd.add(instance());
      }
      crowd.during(random -> trouble(serverOfTheVersion(), random));

      crowd.assertNothingWasMissed();
      assertThat(crowd.tally.errors).hasPositiveValue();
    }
  }

  /**
   * Each trouble once, for long enough that writers give up, and times between in which all is
   * well.
   */
  private void trouble(MemcachedServer server, Random random) {
    Crowd.rest(500 * MILLIS);
    server.suspend();
    Crowd.rest(1200 * MILLIS);
    server.resume();
    Crowd.rest(random.nextInt(500) * MILLIS);
    for (int i = 0; i < 5; i++) {
      server.ask("flush_all\r\n");
      Crowd.rest(random.nextInt(100) * MILLIS);
    }
    server.kill();
    Crowd.rest(400 * MILLIS);
    server.start();
    Crowd.rest(1500 * MILLIS);
    for (int i = 0; i < 5; i++) { // so short that nobody notices but those who wait just now
      server.suspend();
      Crowd.rest(random.nextInt(100) * MILLIS);
      server.resume();
      Crowd.rest(random.nextInt(100) * MILLIS);
    }
    server.suspend();
    Crowd.rest(3000 * MILLIS);
    server.resume();
    Crowd.rest(1000 * MILLIS);
  }

  /** It has no room for lists, or throws them out at once. */
  @Test
  void aFullNodeCostsQueriesAndNothingElse() throws Exception {
    start(1, "-m", "8", "-M");
    for (int size : List.of(20_000, 20, 60, 100, 150)) {
      fill(servers.get(0), size);
    }
    try (Crowd crowd = new Crowd(5)) {
      crowd.add(instance());
      crowd.add(instance());
      crowd.during(random -> Crowd.rest(2000 * MILLIS));

      assertThat(crowd.missed).hasValue(0);
      assertThat(crowd.reads).hasPositiveValue();
    }
  }

  private static void fill(MemcachedServer server, int size) {
    StringBuilder commands = new StringBuilder();
    for (int i = 0; i < (size > 1000 ? 12_000_000 : 2_000_000) / (size + 50); i++) {
      commands.append("set fill-%d-%d 0 0 %d\r\n%s\r\n".formatted(size, i, size, "x".repeat(size)));
    }
    assertThat(server.ask(commands.toString())).contains("SERVER_ERROR");
  }

  @Test
  void aThousandReadersAfterAChangeCostAHandfulOfQueries() throws Exception {
    start(3);
    Rush.assertFewQueries(this::instance);
  }
}
