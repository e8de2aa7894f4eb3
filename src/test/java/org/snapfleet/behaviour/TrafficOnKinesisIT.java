package org.snapfleet.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.snapfleet.site.Await;
import org.snapfleet.site.Browser;
import org.snapfleet.site.KinesisLocal;
import org.snapfleet.site.Site;
import org.snapfleet.site.SiteOptions;

/** Each request is a record of the stream, or is counted as dropped. */
@Tag("machine")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TrafficOnKinesisIT {
  private static final Duration SOON = Duration.ofSeconds(30);

  private static KinesisLocal kinesis;
  private static Site site;

  private final Browser visitor = site.browser();

  @BeforeAll
  static void start() {
    kinesis = new KinesisLocal();
    site = kinesis.tell(SiteOptions.named("kinesis")).start();
  }

  @AfterAll
  static void stop() {
    if (site != null) {
      site.close();
    }
    kinesis.close();
  }

  private static long metric(String name) {
    return site.browser()
        .get("/metrics")
        .expect(200)
        .text()
        .lines()
        .filter(line -> line.startsWith(name))
        .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  private static long sent() {
    return metric("snapfleet_traffic_sent_total");
  }

  private static long dropped() {
    return metric("snapfleet_traffic_dropped_total");
  }

  private static void assertEachHasAnId(List<JsonNode> records) {
    assertThat(records).extracting(r -> r.get("id").asText()).doesNotHaveDuplicates();
  }

  /** By what the system says of the process' own sockets, whichever ports they are on. */
  @Test
  @Order(1)
  void theServerOfTheTestsIsReachedFromThisMachineAlone() throws Exception {
    Set<String> sockets = new TreeSet<>();
    try (var open = Files.list(Path.of("/proc/" + kinesis.pid() + "/fd"))) {
      for (Path descriptor : open.toList()) {
        sockets.add(Files.readSymbolicLink(descriptor).toString().replaceAll("\\D", ""));
      }
    }
    List<String[]> listening =
        List.of("/proc/net/tcp", "/proc/net/tcp6").stream()
            .flatMap(table -> lines(Path.of(table)))
            .map(line -> line.strip().split("\\s+"))
            .filter(words -> words[3].equals("0A") && sockets.contains(words[9]))
            .toList();

    assertThat(listening).hasSize(2).allMatch(words -> words[1].startsWith("0100007F:"));
  }

  private static java.util.stream.Stream<String> lines(Path table) {
    try {
      return Files.readAllLines(table).stream();
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  @Order(2)
  void everyRequestIsARecordWithAnIdOfItsOwn() {
    Instant begin = Instant.now();
    for (int i = 0; i < 200; i++) {
      visitor.get("/login?secret=" + i, "User-Agent", "ab \"2.3\" \\ é").expect(200);
    }
    visitor.get("/no/such", "Referer", "https://example.org/?q=1").expect(404);
    visitor.get("/health/live").expect(200);
    Await.until("all are sent", SOON, () -> sent() >= 201);

    List<JsonNode> records = kinesis.records();
    assertThat(records).hasSize(201);
    assertThat(dropped()).isZero();
    assertEachHasAnId(records);
    assertThat(kinesis.shards()).hasSize(KinesisLocal.SHARDS).noneMatch(List::isEmpty);
    JsonNode lost =
        records.stream()
            .filter(r -> r.get("request").asText().equals("/no/such"))
            .findFirst()
            .get();
    assertThat(lost.get("status").asInt()).isEqualTo(404);
    assertThat(lost.get("size").asLong()).isPositive();
    assertThat(lost.get("referer").asText()).isEqualTo("https://example.org/?q=1");
    assertThat(lost.get("client_ip").asText()).isEqualTo("127.0.0.1");
    assertThat(lost.get("duration_ms").asDouble()).isPositive();
    assertThat(Instant.parse(lost.get("request_time").asText()))
        .isBetween(begin.minusSeconds(1), Instant.now().plusSeconds(1));
    assertThat(records.toString()).doesNotContain("secret");
    assertThat(records)
        .filteredOn(record -> record.get("request").asText().equals("/login"))
        .hasSize(200)
        .allMatch(
            record ->
                utf8(record.get("userAgent").asText()).startsWith("ab \"2.3\" \\ ")
                    && record.get("http_method").asText().equals("GET"));
  }

  private static String utf8(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }

  /** For longer than a record is tried. */
  @Test
  @Order(3)
  void aStreamThatGoesCostsRecordsAndNoRequest() throws Exception {
    long before = sent();
    AtomicBoolean isOver = new AtomicBoolean();
    long[] asked = {0};
    Thread load =
        new Thread(
            () -> {
              while (!isOver.get()) {
                visitor.get("/login").expect(200);
                asked[0]++;
                pause(Duration.ofMillis(5));
              }
            });
    load.start();
    pause(Duration.ofSeconds(1));
    kinesis.removeStream();
    Await.until("records are given up", Duration.ofMinutes(1), () -> dropped() > 0);
    kinesis.makeStream();
    long sentSoFar = sent();
    Await.until("records flow again", SOON, () -> sent() > sentSoFar + 100);
    isOver.set(true);
    load.join();

    Await.until("all are sent or dropped", SOON, () -> sent() - before + dropped() >= asked[0]);
    assertThat(sent() - before + dropped()).isEqualTo(asked[0]);
    assertThat(metric("snapfleet_traffic_retried_total")).isPositive();
    assertEachHasAnId(kinesis.records());
    assertThat(site.log().text())
        .contains("Records of traffic do not reach their stream", "there is no such stream")
        .contains("Records of traffic reach their stream again");
  }

  private static void pause(Duration span) {
    try {
      Thread.sleep(span.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  @Order(4)
  void theEndSendsWhatIsHeld() {
    int before = kinesis.records().size();
    for (int i = 0; i < 100; i++) {
      visitor.get("/login").expect(200);
    }

    assertThat(ProcessHandle.of(site.pid()).orElseThrow().destroy()).isTrue();
    site.exitStatus();

    List<JsonNode> records = kinesis.records();
    assertThat(records).hasSize(before + 100);
    assertEachHasAnId(records);
  }
}
