package org.snapfleet.memcached;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.snapfleet.fleet.MemcachedSettings.Server;
import org.snapfleet.site.Await;
import org.snapfleet.site.Certificate;
import org.snapfleet.site.MemcachedServer;
import org.snapfleet.site.SlowWire;

/** TLS: with whom the certificate names and the JVM trusts, and with nobody else. */
@Tag("memcached")
@Tag("elasticache")
class EncryptedNodesIT {
  private static final Duration PATIENT = Duration.ofSeconds(1);
  private static final Duration BOUND = Duration.ofSeconds(30);
  private static final Duration LIFE = Duration.ofMinutes(1);

  private static Certificate certificate;
  private static MemcachedServer server;

  @BeforeAll
  static void start() {
    certificate = new Certificate("IP:127.0.0.1,DNS:*.example.org");
    server = new MemcachedServer(certificate);
  }

  @AfterEach
  void distrust() {
    certificate.distrustHere();
  }

  @AfterAll
  static void stop() {
    server.close();
    certificate.close();
  }

  private static MemcachedNodes open(Server... servers) {
    return MemcachedNodes.open(List.of(servers), LIFE, PATIENT);
  }

  private static MemcachedNode only(MemcachedNodes nodes) {
    return nodes.closest("key", 1).get(0).node();
  }

  private static void awaitConnection(MemcachedNodes nodes) {
    Await.until("it is connected", BOUND, () -> only(nodes).isConnected());
  }

  @Test
  void valuesAreKeptFoundAndReplaced() throws Exception {
    certificate.trustHere();
    try (MemcachedNodes nodes = open(server.address())) {
      awaitConnection(nodes);
      MemcachedNode node = only(nodes);
      byte[] longer = "0123456789".repeat(5_000).getBytes(UTF_8); // several records of TLS
      assertThat(node.add("kept", new byte[] {1}, LIFE).answer()).isTrue();
      Found found = node.get("kept").answer().orElseThrow();
      assertThat(node.replace("kept", found.mark(), longer, LIFE).answer()).isTrue();
      assertThat(node.replace("kept", found.mark(), longer, LIFE).answer()).isFalse();

      assertThat(node.get("kept").answer().orElseThrow().value()).isEqualTo(longer);
      assertThat(server.value("kept")).isEqualTo(longer);
      assertThat(node.get("other").answer()).isEqualTo(Optional.empty());
    }
  }

  /** The client must not take the server's session tickets for answers. */
  @Test
  void theConnectionLasts() throws Exception {
    certificate.trustHere();
    try (MemcachedNodes nodes = open(server.address())) {
      awaitConnection(nodes);
      String before = connections();
      for (int i = 0; i < 200; i++) {
        assertThat(only(nodes).get("other").answer()).isEmpty();
        Thread.sleep(5);
      }
      assertThat(Integer.parseInt(connections())).isEqualTo(Integer.parseInt(before) + 1);
    }
  }

  private static String connections() {
    return server
        .ask("stats\r\n")
        .lines()
        .filter(line -> line.startsWith("STAT total_connections "))
        .map(line -> line.substring("STAT total_connections ".length()))
        .findAny()
        .orElseThrow();
  }

  @Test
  void aNodeThatWasRestartedIsFoundAgain() {
    certificate.trustHere();
    try (MemcachedServer restarted = new MemcachedServer(certificate);
        MemcachedNodes nodes = open(restarted.address())) {
      awaitConnection(nodes);
      restarted.kill();
      assertThatThrownBy(() -> only(nodes).get("key").answer())
          .isInstanceOf(NodeFailedException.class);

      restarted.start();
      Await.until("it answers again", BOUND, () -> isAnswering(nodes));
    }
  }

  private static boolean isAnswering(MemcachedNodes nodes) {
    try {
      return only(nodes).get("key").answer().isEmpty();
    } catch (NodeFailedException e) {
      return false;
    }
  }

  /** The client alone would try to read the other half for ever. */
  @Test
  void anAnswerThatBreaksOffCostsNoMoreThanTheTimeToTheNextListing() throws Exception {
    certificate.trustHere();
    try (SlowWire wire = new SlowWire(server.address());
        MemcachedNodes nodes = open(new Server(true, "127.0.0.1", wire.address().port()))) {
      awaitConnection(nodes);
      Await.until("it answers", BOUND, () -> isAnswering(nodes));
      wire.tear();
      Await.until("it is left alone", BOUND, () -> isLeftAlone(nodes));

      nodes.refresh();
      Await.until("it answers again", BOUND, () -> isAnswering(nodes));
    }
  }

  private static boolean isLeftAlone(MemcachedNodes nodes) {
    try {
      only(nodes).get("key").answer();
      return false;
    } catch (NodeFailedException e) {
      return e.getMessage().contains("left alone");
    }
  }

  @Test
  void anUnknownAuthorityIsRefused() {
    assertThat(refusal(server.address())).contains("unable to find valid certification path");
  }

  @Test
  void anotherNameIsRefused() {
    certificate.trustHere();
    assertThat(refusal(new Server(true, "localhost", server.address().port())))
        .contains("localhost");
  }

  @Test
  void aNodeWithoutTlsIsRefused() {
    certificate.trustHere();
    try (MemcachedServer open = new MemcachedServer()) {
      assertThat(refusal(new Server(true, "127.0.0.1", open.address().port())))
          .contains("no connection with TLS");
    }
  }

  /** It is told once, in one line, and nothing is answered. */
  private static String refusal(Server address) {
    Lines lines = new Lines();
    Logger log = Logger.getLogger("org.snapfleet.memcached");
    log.addHandler(lines);
    try (MemcachedNodes nodes = open(address)) {
      Await.until("it is told", BOUND, () -> !isAnswering(nodes) && !lines.all.isEmpty());
      for (int more = 0; more < 100; more++) {
        assertThat(isAnswering(nodes)).isFalse();
      }
    } finally {
      log.removeHandler(lines);
    }
    assertThat(lines.all).singleElement().satisfies(r -> assertThat(r.getThrown()).isNull());
    return new SimpleFormatter().formatMessage(lines.all.get(0));
  }

  private static final class Lines extends Handler {
    private final List<LogRecord> all = new CopyOnWriteArrayList<>();

    @Override
    public void publish(LogRecord line) {
      if (line.getLevel().intValue() >= Level.WARNING.intValue()) {
        all.add(line);
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  @Test
  void anEndpointIsAskedOverTlsAndItsNodesAreCheckedByName() throws Exception {
    try (Certificate names = new Certificate("DNS:localhost,DNS:*.example.org");
        MemcachedServer named = new MemcachedServer(names);
        FakeEndpoint endpoint = new FakeEndpoint(names);
        MemcachedNodes nodes =
            new MemcachedNodes(() -> endpoint.endpoint("localhost").nodes(), LIFE, PATIENT)) {
      names.trustHere();
      endpoint.name(1, List.of(named.address()));
      nodes.refresh();
      awaitConnection(nodes);

      assertThat(only(nodes).name())
          .isEqualTo("node-%d.example.org:%1$d".formatted(named.address().port()));
      Await.until("it answers", BOUND, () -> isAnswering(nodes));
    }
  }

  @Test
  void anEndpointThatIsNotTrustedIsNotAsked() throws IOException {
    try (FakeEndpoint endpoint = new FakeEndpoint(certificate)) {
      endpoint.name(1, List.of(server.address()));
      assertThatThrownBy(() -> endpoint.endpoint().nodes())
          .hasMessageContaining("unable to find valid certification path");

      certificate.trustHere();
      assertThat(endpoint.endpoint().nodes()).hasSize(1);
      assertThatThrownBy(() -> endpoint.endpoint("localhost").nodes())
          .hasMessageContaining("localhost");
    }
  }
}
