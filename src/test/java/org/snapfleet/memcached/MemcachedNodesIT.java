package org.snapfleet.memcached;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.snapfleet.site.Await;
import org.snapfleet.site.MemcachedServer;

/** The list of nodes, as an endpoint in front of real ones tells it. */
@Tag("memcached")
class MemcachedNodesIT {
  private static final Duration PATIENT = Duration.ofSeconds(1);

  private final MemcachedServer one = new MemcachedServer();
  private final MemcachedServer two = new MemcachedServer();
  private final MemcachedServer three = new MemcachedServer();
  private final FakeEndpoint endpoint = new FakeEndpoint();

  @AfterEach
  void close() throws IOException {
    endpoint.close();
    List.of(one, two, three).forEach(MemcachedServer::close);
  }

  private MemcachedNodes nodes(Duration overlap) {
    return new MemcachedNodes(() -> endpoint.endpoint().nodes(), overlap, PATIENT);
  }

  private static List<String> names(MemcachedNodes nodes, String key) {
    return nodes.closest(key, 1).stream().map(place -> place.node().name()).toList();
  }

  @Test
  void aNewNodeTakesItsShareWhileThePlacesOfBeforeAreStillRead() throws Exception {
    endpoint.name(1, List.of(one.address(), two.address()));
    try (MemcachedNodes nodes = nodes(Duration.ofMinutes(1))) {
      nodes.refresh();
      nodes.awaitConnections();
      List<String> keys = IntStream.range(0, 300).mapToObj(i -> "key" + i).toList();
      List<List<String>> before = keys.stream().map(key -> names(nodes, key)).toList();
      for (String key : keys) {
        MemcachedNode node = nodes.closest(key, 1).get(0).node();
        assertThat(node.add(key, key.getBytes(UTF_8), Duration.ofMinutes(1)).answer()).isTrue();
      }

      endpoint.name(2, List.of(one.address(), two.address(), three.address()));
      nodes.refresh();
      nodes.awaitConnections();

      int moved = 0;
      for (int i = 0; i < keys.size(); i++) {
        List<Place> places = nodes.closest(keys.get(i), 1);
        assertThat(names(nodes, keys.get(i))).startsWith(before.get(i).get(0));
        assertThat(places.get(0).former()).isEqualTo(places.size() == 2);
        assertThat(places.get(places.size() - 1).former()).isFalse();
        assertThat(places.get(0).node().get(keys.get(i)).answer()).isPresent();
        moved += places.size() - 1;
      }
      assertThat(moved).isBetween(60, 140);
    }
  }

  @Test
  void placesOfBeforeAreGivenUpInTheEnd() {
    endpoint.name(1, List.of(one.address(), two.address()));
    try (MemcachedNodes nodes = nodes(Duration.ZERO)) {
      nodes.refresh();
      endpoint.name(2, List.of(three.address()));
      nodes.refresh();
      nodes.refresh();

      assertThat(names(nodes, "key")).singleElement().asString().contains("node-");
      assertThat(nodes.closest("key", 3)).hasSize(1);
    }
  }

  @Test
  void anEndpointThatDoesNotAnswerChangesNothing() throws Exception {
    endpoint.name(1, List.of(one.address(), two.address()));
    try (MemcachedNodes nodes = nodes(Duration.ofMinutes(1))) {
      nodes.refresh();
      nodes.awaitConnections();
      endpoint.answer("ERROR\r\n");

      assertThatThrownBy(nodes::refresh).isInstanceOf(UncheckedIOException.class);
      assertThat(nodes.closest("key", 2))
          .hasSize(2)
          .allSatisfy(place -> assertThat(place.node().get("key").answer()).isEmpty());
    }
  }

  @Test
  void untilAnEndpointAnswersThereAreNoNodes() {
    try (MemcachedNodes nodes = nodes(Duration.ofMinutes(1))) {
      assertThatThrownBy(nodes::refresh).isInstanceOf(UncheckedIOException.class);
      assertThat(nodes.areKnown()).isFalse();
      assertThat(nodes.closest("key", 2)).isEmpty();

      endpoint.name(1, List.of(one.address()));
      nodes.refresh();
      assertThat(nodes.areKnown()).isTrue();
    }
  }

  @Test
  void aNodeThatWasReplacedUnderItsNameIsFollowed() throws Exception {
    NodeAddress first = new NodeAddress(false, "a", "127.0.0.1", one.address().port());
    MemcachedNode node = new MemcachedNode(first, PATIENT);
    awaitConnection(node);
    assertThat(node.add("key", new byte[1], Duration.ofMinutes(1)).answer()).isTrue();

    node.follow(new NodeAddress(false, "a", "127.0.0.1", two.address().port()));
    awaitConnection(node);
    assertThat(node.get("key").answer()).isEqualTo(Optional.empty());
    node.close();
  }

  private static void awaitConnection(MemcachedNode node) {
    Await.until("it is connected", Duration.ofSeconds(10), node::isConnected);
  }
}
