package org.snapfleet.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snapfleet.memcached.FakeEndpoint;
import org.snapfleet.site.Await;
import org.snapfleet.site.MemcachedServer;

/** ElastiCache's endpoint, from its name in the setting on: a new node is found within a minute. */
@Tag("memcached")
class NamedEndpointIT {
  private static final String NAME = "x.cfg.test";
  private static final Duration BOUND = Duration.ofSeconds(30);

  @TempDir private Path folder;

  @Test
  void aNewNodeIsToldOfTakesItsShareAndSignsNobodyOut() throws Exception {
    try (MemcachedServer one = new MemcachedServer();
        MemcachedServer two = new MemcachedServer();
        FakeEndpoint endpoint = new FakeEndpoint()) {
      endpoint.name(1, List.of(one.address()));
      Process store = start(endpoint.port());
      try {
        assertThat(afterAMinute(store, "first")).contains("Memcached nodes: " + name(one) + "\n");
        assertThat(items(two)).isZero();

        endpoint.name(2, List.of(one.address(), two.address()));
        assertThat(afterAMinute(store, "second"))
            .contains("Memcached nodes: %s, %s\n".formatted(name(one), name(two)));
        Await.until(
            "the new node has its share",
            BOUND,
            () -> !afterAMinute(store, "later").isEmpty() && items(two) > 0);
        assertThat(items(two)).isLessThan(StoreByHand.PEOPLE);

        endpoint.name(3, List.of(two.address()));
        assertThat(afterAMinute(store, "third")).contains("Memcached nodes: " + name(two) + "\n");
      } finally {
        store.destroyForcibly().waitFor();
      }
    }
  }

  private static String name(MemcachedServer node) {
    return "node-%d.example.org:%1$d".formatted(node.address().port());
  }

  private static int items(MemcachedServer node) {
    String stats = node.ask("stats\r\n");
    return Integer.parseInt(stats.replaceFirst("(?s).*STAT curr_items (\\d+).*", "$1"));
  }

  private Process start(int port) throws IOException {
    Path hosts = Files.writeString(folder.resolve("hosts"), "127.0.0.1 " + NAME + "\n");
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-Djdk.net.hosts.file=" + hosts,
            "-cp",
            System.getProperty("java.class.path"),
            StoreByHand.class.getName());
    builder.environment().put("SNAPFLEET_SESSIONS", "memcached");
    builder.environment().put("SNAPFLEET_MEMCACHED_SERVERS", NAME + ":" + port);
    builder.redirectErrorStream(true).redirectOutput(log().toFile());
    return builder.start();
  }

  private Path log() {
    return folder.resolve("log");
  }

  /** What was written by then; all are signed in. */
  private String afterAMinute(Process store, String word) throws IOException {
    store.outputWriter().write(word + "\n");
    store.outputWriter().flush();
    Await.until(
        "it answers: " + Files.readString(log()),
        BOUND,
        () -> Files.readString(log()).contains(word + ":"));
    String text = Files.readString(log());
    assertThat(text.lines().filter(line -> line.contains(": ") && line.endsWith(" signed in")))
        .allMatch(line -> line.contains(": " + StoreByHand.PEOPLE + " "));
    return text;
  }
}
