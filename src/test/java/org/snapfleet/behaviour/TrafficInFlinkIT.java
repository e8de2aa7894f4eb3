package org.snapfleet.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.snapfleet.behaviour.StreamedRequests.Entry;
import org.snapfleet.site.Await;
import org.snapfleet.site.FlinkJob;
import org.snapfleet.site.KinesisLocal;
import org.snapfleet.site.MariaDbServer;
import org.snapfleet.site.Tables;

/**
 * The very {@code sql/traffic.sql}, on Flink, from a Kinesis into a MariaDB: each record is in its
 * window once, or among the drops, whatever happens to the job.
 */
@Tag("alone")
@Tag("flink")
@Timeout(600)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TrafficInFlinkIT {
  private static final Duration SOON = Duration.ofSeconds(90);

  private static KinesisLocal kinesis;
  private static MariaDbServer server;
  private static Tables tables;
  private static FlinkJob job;

  @BeforeAll
  static void start() {
    kinesis = new KinesisLocal();
    server = MariaDbServer.own("--skip-log-bin");
    MariaDbServer.Database database = server.create("flink");
    tables = database.tables();
    migrate();
    job = new FlinkJob(kinesis, database);
    job.start();
  }

  private static void migrate() {
    try {
      String text = "CHARACTER SET utf8mb4 COLLATE utf8mb4_bin";
      String sql = Files.readString(Path.of("sql", "V4__traffic.sql")).replace("${text}", text);
      for (String statement : sql.replaceAll("--.*", "").split(";\\s*\\n", -1)) {
        if (!statement.isBlank()) {
          tables.change(statement);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @AfterAll
  static void stop() {
    if (job != null) {
      job.close();
    }
    server.close();
    kinesis.close();
  }

  /**
   * With repeats, out of order, late, malformed, and the job killed and started again meanwhile.
   */
  @Test
  @Order(1)
  void eachRecordIsInItsWindowOnceOrAmongTheDrops() {
    try (StreamedRequests stream = new StreamedRequests(kinesis, "first")) {
      traffic(stream, 16);
      Await.until("there is a checkpoint", SOON, job::hasCheckpoint);
      job.kill();
      traffic(stream, 10);
      job.start();
      assertThat(job.log()).contains("Goes on from ");
      traffic(stream, 4);

      Instant old = Instant.now().minusSeconds(60);
      List<Entry> late =
          IntStream.range(0, 9).mapToObj(i -> stream.request(old, "127.0.0.9", "a")).toList();
      stream.put(late);
      stream.put(late.subList(0, 4));
      stream.put(
          List.of(
              stream.malformed("no JSON"),
              stream.malformed("[1,2]"),
              stream.malformed("{\"id\":\"x\"}"),
              stream.malformed("{\"id\":7,\"request_time\":\"yesterday\"}"),
              stream.request(Instant.now().plusSeconds(3_600), "127.0.0.9", "a"),
              stream.request(Instant.now(), "x".repeat(46), "a"),
              stream.malformed("")));
      stream.put(List.of(stream.counted(Instant.now(), "127.0.0.8", "a")));
      awaitWindows(stream.windows());
    }
    assertThat(drops()).isEqualTo(Map.of("late", 9L, "malformed", 7L));
    assertThat(sum("client_errors") + sum("server_errors")).isBetween(1L, sum("requests"));
    assertThat(sum("bytes")).isEqualTo(1_000 * sum("requests"));
    assertThat(sum("upto_5")).isEqualTo(sum("requests"));
  }

  /** For so many half seconds: each second record's second copy comes with the next ones. */
  private static void traffic(StreamedRequests stream, int halves) {
    List<Entry> again = List.of();
    for (int i = 0; i < halves; i++) {
      List<Entry> entries = new ArrayList<>();
      for (int j = 0; j < 60; j++) {
        // up to three seconds ago
        Instant came = Instant.now().minusMillis(j * 50L);
        entries.add(
            stream.counted(came, "127.0.0." + (2 + j % 4), "abc".substring(j % 3, j % 3 + 1)));
      }
      stream.put(concat(entries, again));
      again = entries.subList(0, 30);
      LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
    }
    stream.put(again);
  }

  private static List<Entry> concat(List<Entry> some, List<Entry> others) {
    List<Entry> all = new ArrayList<>(some);
    all.addAll(others);
    return all;
  }

  /** Traffic has stopped. */
  private static void awaitWindows(Map<String, Long> expected) {
    long end =
        10_000
            + expected.keySet().stream()
                .mapToLong(key -> Long.parseLong(key.substring(0, key.indexOf(' '))))
                .max()
                .orElseThrow();
    Await.until("the last window is written", SOON, () -> sum("requests") >= total(expected));
    System.out.printf(
        "A window is in the database %.1f s after its end.%n",
        (System.currentTimeMillis() - end) / 1e3);
    assertThat(windows()).isEqualTo(expected);
  }

  private static long total(Map<String, Long> windows) {
    return windows.values().stream().mapToLong(Long::longValue).sum();
  }

  @Test
  @Order(2)
  void aWindowHasRoomForAThousandClientsAndCountsTheOthersTogether() {
    try (StreamedRequests stream = new StreamedRequests(kinesis, "second")) {
      Instant now = Instant.now();
      List<Entry> entries = new ArrayList<>();
      for (int i = 0; i < 1_250; i++) {
        entries.add(stream.request(now, "10.0.%d.%d".formatted(i / 250, i % 250), "crowd"));
      }
      entries.add(stream.request(now, "10.0.0.7", "crowd"));
      stream.put(entries);
    }
    Await.until("the window is written", SOON, () -> total(windowsOf("crowd")) >= 1_251);
    Map<String, Long> windows = windowsOf("crowd");
    assertThat(windows).hasSize(1_001);
    assertThat(total(windows)).isEqualTo(1_251);
    assertThat(windows.entrySet())
        .anyMatch(w -> w.getKey().contains(" other ") && w.getValue() == 250)
        .anyMatch(w -> w.getKey().contains(" 10.0.0.7 ") && w.getValue() == 2);
  }

  /** Who reads all of the stream again writes the same rows. */
  @Test
  @Order(3)
  void aJobWithoutItsCheckpointsCountsTheStreamAgainAndComesToTheSame() {
    Map<String, Long> windows = windows();
    Map<String, Long> drops = drops();
    job.kill();
    job.removeCheckpoints();
    tables.change("UPDATE traffic_window SET requests = 0");
    tables.change("UPDATE traffic_drop SET requests = 0");
    job.start();
    Await.until(
        "all is counted again", SOON, () -> windows().equals(windows) && drops().equals(drops));
  }

  private static Map<String, Long> windowsOf(String instance) {
    Map<String, Long> all = windows();
    all.keySet().removeIf(key -> !key.endsWith(" " + instance));
    return all;
  }

  private static long sum(String column) {
    return Long.parseLong(
        tables.texts("SELECT COALESCE(SUM(%s), 0) FROM traffic_window".formatted(column)).get(0));
  }

  private static Map<String, Long> windows() {
    return counts(
        "SELECT CONCAT_WS(' ', starts_at, client, instance), requests FROM traffic_window"
            + " WHERE boot = 'flink'");
  }

  private static Map<String, Long> drops() {
    return counts(
        "SELECT reason, SUM(requests) FROM traffic_drop WHERE boot = 'flink' GROUP BY reason");
  }

  private static Map<String, Long> counts(String query) {
    try (Connection connection = tables.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      Map<String, Long> counts = new TreeMap<>();
      while (rows.next()) {
        counts.put(rows.getString(1), rows.getLong(2));
      }
      return counts;
    } catch (SQLException e) {
      throw new AssertionError(query, e);
    }
  }
}
