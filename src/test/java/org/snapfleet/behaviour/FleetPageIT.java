package org.snapfleet.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snapfleet.site.Await;
import org.snapfleet.site.Browser;
import org.snapfleet.site.Folders;
import org.snapfleet.site.MariaDbServer;
import org.snapfleet.site.Names;
import org.snapfleet.site.Site;
import org.snapfleet.site.SiteOptions;

/** The admin sees two instances of one database, and changes their latency while they live. */
@Tag("alone")
class FleetPageIT {
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final Duration LATENCY = Duration.ofMillis(900);

  private static final Path PHOTOS = Folders.makeForTheRun("fleet-photos");
  private static MariaDbServer database;
  private static Site one;
  private static Site two;
  private static Browser admin;

  @BeforeAll
  static void start() {
    database = MariaDbServer.own();
    MariaDbServer.Database tables = database.create("fleet");
    one = started("one", tables);
    two = started("two", tables);
    admin = one.admin();
  }

  private static Site started(String name, MariaDbServer.Database tables) {
    return SiteOptions.named("fleet-" + name)
        .database(tables)
        .key("snapfleet.sessions", "database")
        .key("snapfleet.instance.address", name)
        .key("snapfleet.storage.dir", PHOTOS.toString())
        .start();
  }

  @AfterAll
  static void close() {
    two.close();
    one.close();
    database.close();
  }

  private static JsonNode instance(String address) {
    for (JsonNode one : admin.get("/api/fleet").expect(200).json().at("/instances")) {
      if (one.at("/address").asText().equals(address)) {
        return one;
      }
    }
    throw new AssertionError("no instance " + address);
  }

  private static void set(Map<String, String> settings) {
    admin.send("PUT", "/api/fleet/settings", Browser.json(settings)).expect(204);
  }

  private static void set(String json) {
    admin.sendJson("PUT", "/api/fleet/settings", json).expect(204);
  }

  private static void awaitLatency(String address, String latency) {
    Await.until(
        "%s tells of latency=%s".formatted(address, latency),
        SOON,
        () -> instance(address).at("/latency").asText().equals(latency));
  }

  private static Duration time(Site site) {
    Browser visitor = site.browser();
    visitor.get("/health/live");
    long begin = System.nanoTime();
    visitor.get("/login").expect(200);
    return Duration.ofNanos(System.nanoTime() - begin);
  }

  @Test
  void everyInstanceTellsOfItself() {
    two.browser().get("/login").expect(200);
    Await.until("it is counted", SOON, () -> instance("two").at("/requests").asLong() > 0);

    for (String address : new String[] {"one", "two"}) {
      JsonNode member = instance(address);
      assertThat(member.at("/state").asText()).isEqualTo("ready");
      assertThat(member.at("/version").asText()).matches("\\d+\\.\\d+\\.\\d+.*");
      assertThat(Instant.parse(member.at("/upSince").asText()))
          .isBetween(Instant.now().minusSeconds(600), Instant.now());
    }
  }

  @Test
  void whoOnlyWatchesIsNotCounted() throws Exception {
    long before = instance("two").at("/requests").asLong();
    for (int i = 0; i < 100; i++) {
      two.browser().get("/health/ready").expect(200);
    }
    Thread.sleep(4000); // a whole second has passed, and a beat

    assertThat(instance("two").at("/requests").asLong()).isLessThan(before + 100);
  }

  @Test
  void theLatencyOfOneIsItsAloneAndThatOfAllIsEveryones() {
    set(Map.of("latency", "900ms", "instance", "two"));
    awaitLatency("two", "900ms");
    assertThat(instance("one").at("/latency").asText()).isEqualTo("0ms");
    assertThat(time(two)).isGreaterThanOrEqualTo(LATENCY);
    assertThat(time(one)).isLessThan(LATENCY);
    Await.until(
        "the average tells of it", SOON, () -> instance("two").at("/averageMillis").asLong() > 0);

    set(Map.of("latency", "0ms..1ms"));
    awaitLatency("one", "0s..1ms");
    awaitLatency("two", "0s..1ms");
    set(Map.of("latency", "0ms"));
    awaitLatency("two", "0ms");
    assertThat(time(two)).isLessThan(LATENCY);
  }

  @Test
  void howManyPhotosAPageHasAndHowLongTheEdgeHoldsItChangeWhileTheyLive() {
    set("{\"latest\": 3, \"edgeSeconds\": 7}");
    for (Site site : List.of(one, two)) {
      Await.until(
          "a page has 3 photos",
          SOON,
          () -> site.browser().get("/").text().contains("Latest 3 photos read"));
      assertThat(site.browser().get("/").header("Cache-Control")).contains("s-maxage=7");
    }
    set("{\"latest\": 4, \"instance\": \"two\"}");
    Await.until(
        "one has its own", SOON, () -> two.browser().get("/").text().contains("Latest 4 photos"));
    assertThat(one.browser().get("/").text()).contains("Latest 3 photos read");

    assertThat(admin.get("/fleet").expect(200).text()).contains("value=\"3\"", "value=\"7\"");
    admin.form("/fleet", Map.of("latest", "10")).expect(303);
    admin.form("/fleet", Map.of("edge.seconds", "0")).expect(303);
    Await.until(
        "all have 10 again",
        SOON,
        () -> two.browser().get("/").text().contains("Latest 10 photos read"));
    assertThat(two.browser().get("/").header("Cache-Control")).doesNotContain("s-maxage");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"latest\": 0} | from 1 to 100",
        "{\"latest\": 101} | from 1 to 100",
        "{\"edgeSeconds\": -1} | from 0 to 86400",
        "{\"latest\": \"ten\"} | application/json",
        "{} | latency, latest or edgeSeconds"
      })
  void otherValuesThatAreNoneAreRefusedAndNothingIsChanged(String body, String words) {
    admin.sendJson("PUT", "/api/fleet/settings", body).expectProblem(400, words);
    assertThat(one.browser().get("/").text()).contains("Latest 10 photos read");
  }

  @Test
  void manyAdminsAtOnceAreAllHeard() {
    List<CompletableFuture<Void>> changes =
        IntStream.range(0, 16)
            .mapToObj(
                i ->
                    CompletableFuture.runAsync(
                        () -> set("{\"edgeSeconds\": 0, \"latest\": 10, \"latency\": \"0ms\"}")))
            .toList();
    changes.forEach(CompletableFuture::join);
  }

  @ParameterizedTest
  @ValueSource(strings = {"soon", "-1s", "1d", "3s..1s", ""})
  void aLatencyThatIsNoneIsRefused(String latency) {
    admin
        .send("PUT", "/api/fleet/settings", Browser.json(Map.of("latency", latency)))
        .expectProblem(400, "200ms..3s");
    assertThat(admin.form("/fleet", Map.of("latency", latency)).expect(400).text())
        .contains("200ms..3s");
  }

  @Test
  void whatIsNotThereIsToldSo() {
    admin
        .send(
            "PUT",
            "/api/fleet/settings",
            Browser.json(Map.of("latency", "1s", "instance", "three")))
        .expectProblem(404, "three");
    admin.send("PUT", "/api/fleet/settings").expectProblem(400);
  }

  @Test
  void everyDependencyIsNamedWithItsStateAndTime() {
    JsonNode health = two.browser().get("/health/dependencies").expect(200).json();

    assertThat(health.at("/status").asText()).isEqualTo("UP");
    assertThat(health.at("/checks").findValuesAsText("name"))
        .containsExactly("database", "photos", "sessions");
    assertThat(health.at("/checks").findValues("millis"))
        .allSatisfy(millis -> assertThat(millis.asLong()).isBetween(0L, 5000L));
  }

  @Test
  void itIsForTheAdminAlone() {
    Browser nobody = one.browser();
    Browser someone = one.signedIn(Names.fresh("someone"));
    JsonNode slow = Browser.json(Map.of("latency", "1s"));

    nobody.get("/api/fleet").expectProblem(401);
    someone.get("/api/fleet").expectProblem(403);
    nobody.send("PUT", "/api/fleet/settings", slow).expectProblem(401);
    someone.send("PUT", "/api/fleet/settings", slow).expectProblem(403);
    assertThat(nobody.get("/fleet").expect(401).text()).contains("name=\"to\"", "/fleet");
    someone.get("/fleet").expect(403);
    someone.form("/fleet", Map.of("latency", "1s")).expect(403);
    assertThat(someone.get("/").text()).doesNotContain("href=\"/fleet\"");
    assertThat(admin.get("/").text()).contains("href=\"/fleet\"");
  }

  @Test
  void thePageShowsTheSameAndSetsIt() {
    assertThat(admin.get("/fleet").expect(200).text()).contains(">one<", ">two<", "ready");
    admin.form("/fleet", Map.of("latency", "2ms", "instance", "one")).expect(303);

    awaitLatency("one", "2ms");
    set(Map.of("latency", "0ms"));
    assertThat(admin.get("/fleet?lang=zh").expect(200).text()).contains("就绪");
    admin.get("/?lang=en");
  }

  @Test
  void aSettingThatCannotBeReadChangesNothingAndIsToldOnce() throws Exception {
    set(Map.of("latency", "3ms"));
    awaitLatency("two", "3ms");
    two.tables().change("UPDATE live_setting SET setting = 'a while' WHERE name = 'latency'");
    Await.until("it is told", SOON, () -> two.log().text().contains("latency=a while is ignored"));
    Thread.sleep(5000); // two more turns

    assertThat(two.log().text().lines().filter(line -> line.contains("a while"))).hasSize(1);
    assertThat(instance("two").at("/latency").asText()).isEqualTo("3ms");
    set(Map.of("latency", "0ms"));
  }

  @Test
  void withoutTheDatabaseNothingIsChangedAndAllComesBack() {
    set(Map.of("latency", "4ms"));
    awaitLatency("one", "4ms");
    database.kill();
    admin
        .send("PUT", "/api/fleet/settings", Browser.json(Map.of("latency", "1s")))
        .expectProblem(503);
    JsonNode health = one.browser().get("/health/dependencies").expect(503).json();
    assertThat(health.at("/status").asText()).isEqualTo("DOWN");
    assertThat(health.at("/checks/0/name").asText()).isEqualTo("database");
    assertThat(health.at("/checks/0/data/cause").asText()).isNotEmpty();
    one.browser().get("/health/ready").expect(200);
    database.start();

    awaitLatency("one", "4ms");
    set(Map.of("latency", "0ms"));
    awaitLatency("one", "0ms");
    awaitLatency("two", "0ms");
  }

  @Test
  void whoStoppedBeatingIsGoneAndComesBack() {
    two.kill();
    Await.until("it is gone", SOON, () -> instance("two").at("/state").asText().equals("gone"));
    two.start();

    Await.until("it is back", SOON, () -> instance("two").at("/state").asText().equals("ready"));
  }
}
