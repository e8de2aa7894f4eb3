package org.snapfleet.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.snapfleet.site.Answer;
import org.snapfleet.site.Await;
import org.snapfleet.site.Browser;
import org.snapfleet.site.Names;
import org.snapfleet.site.Site;

/** What the admin reads of the traffic, on each database. */
abstract class TrafficReadingContract {
  private final Site site;
  private final Browser admin;

  /** In no other test. */
  private final String client = Addresses.fresh();

  TrafficReadingContract(Site site) {
    this.site = site;
    this.admin = site.admin();
  }

  private JsonNode traffic(String query) {
    return admin.get("/api/traffic?" + query).expect(200).json();
  }

  /** Those of a list whose field is of this text. */
  private static List<JsonNode> where(JsonNode list, String field, String text) {
    return StreamSupport.stream(list.spliterator(), false)
        .filter(one -> one.get(field).asText().equals(text))
        .toList();
  }

  private static long sum(Iterable<JsonNode> list) {
    return StreamSupport.stream(list.spliterator(), false)
        .mapToLong(one -> one.get("requests").asLong())
        .sum();
  }

  @Test
  void windowsAreSummedOverInstancesAndTheirBoots() {
    String one = Names.fresh("one");
    String two = Names.fresh("two");
    TrafficRows rows =
        TrafficRows.of(site, 100)
            .add(client, one, "first", 90, 1)
            .add(client, one, "second", 5, 6)
            .add(client, two, "first", 5, 13);

    JsonNode answer = traffic("minutes=10&client=" + client);

    JsonNode window = where(answer.get("windows"), "client", client).get(0);
    assertThat(where(answer.get("windows"), "client", client)).hasSize(1);
    assertThat(Instant.parse(window.get("start").asText()).toEpochMilli()).isEqualTo(rows.start());
    assertThat(window.get("requests").asLong()).isEqualTo(100);
    assertThat(window.get("clientErrors").asLong()).isEqualTo(3);
    assertThat(window.get("serverErrors").asLong()).isEqualTo(6);
    assertThat(window.get("bytes").asLong()).isEqualTo(10_000);
    assertThat(window.get("average").asDouble()).isEqualTo(3);
    assertThat(window.get("p50").asDouble()).isBetween(1.0, 2.0);
    assertThat(window.get("p95").asDouble()).isEqualTo(100);
    assertThat(window.get("p99").asDouble()).isEqualTo(10_000);
    assertThat(window.get("complete").asBoolean()).isTrue();
    assertThat(window.get("instance").isNull()).isTrue();
    assertThat(where(answer.get("instances"), "instance", one).get(0).get("requests").asLong())
        .isEqualTo(95);
    assertThat(answer.get("seconds").asLong()).isEqualTo(10);
    assertThat(answer.at("/bounds/12").asLong()).isEqualTo(10_000);
  }

  @Test
  void whoeverHasTheMostIsNamedAndAllOthersAreStillCounted() {
    TrafficRows.of(site, 100).add(client, "one", client, 1_000_000_000, 1);

    JsonNode answer = traffic("minutes=5&clients=1");

    assertThat(where(answer.get("windows"), "client", client)).hasSize(1);
    assertThat(answer.get("windows").findValuesAsText("client").stream().distinct())
        .isSubsetOf(client, "other");
    assertThat(sum(answer.get("windows"))).isEqualTo(sum(answer.get("instances")));
    assertThat(traffic("minutes=5&clients=0").get("windows").findValuesAsText("client"))
        .containsOnly("other");
    site.tables().change("DELETE FROM traffic_window WHERE client = '%s'".formatted(client));
  }

  @Test
  void aLongPeriodHasNoMoreWindowsButWiderOnes() {
    TrafficRows first = TrafficRows.of(site, 7000).add(client, "one", "boot", 4, 1);
    TrafficRows.of(site, 30_000).add(client, "one", "boot", 6, 1);

    JsonNode day = traffic("minutes=1440&client=" + client);

    List<JsonNode> windows = where(day.get("windows"), "client", client);
    assertThat(day.get("seconds").asLong()).isEqualTo(240);
    assertThat(windows).hasSize(2);
    long start = Instant.parse(windows.get(1).get("start").asText()).toEpochMilli();
    assertThat(start).isEqualTo(first.start() - first.start() % 240_000);
    assertThat(where(traffic("minutes=60&client=" + client).get("windows"), "client", client))
        .isEmpty();
  }

  @Test
  void whoAsksAgainGetsOnlyTheNewestWindows() {
    TrafficRows.of(site, 300).add(client, "one", "boot", 4, 1);
    TrafficRows newer = TrafficRows.of(site, 60).add(client, "one", "boot", 5, 1);
    Instant since = Instant.ofEpochMilli(newer.start() + 1);

    JsonNode answer = traffic("minutes=60&client=%s&since=%s".formatted(client, since));

    assertThat(where(answer.get("windows"), "client", client))
        .extracting(window -> window.get("requests").asLong())
        .containsExactly(5L);
    assertThat(Instant.parse(answer.get("from").asText()))
        .isBefore(Instant.now().minusSeconds(3000));
  }

  @Test
  void whatWasDroppedIsToldWithItsReason() {
    String instance = Names.fresh("dropper");
    TrafficRows.of(site, 600).drop(instance, "late", 1234).drop(instance, "buffer", 5);

    JsonNode answer = traffic("minutes=60");
    JsonNode sinceNow = traffic("minutes=60&since=" + Instant.now());

    assertThat(answer.get("dropped").asLong()).isGreaterThanOrEqualTo(1239);
    assertThat(where(answer.get("drops"), "instance", instance))
        .extracting(one -> one.get("reason").asText() + one.get("requests").asText())
        .containsExactly("buffer5", "late1234");
    assertThat(sinceNow.get("dropped").asLong()).isEqualTo(answer.get("dropped").asLong());
    assertThat(admin.get("/traffic").text())
        .contains(instance + ": 1,234, as they ended long after their window");
    site.tables().change("DELETE FROM traffic_drop WHERE instance = '%s'".formatted(instance));
    assertThat(admin.get("/traffic").text()).doesNotContain(instance);
  }

  @ParameterizedTest
  @CsvSource({
    "minutes=0, from 1 to 1440",
    "minutes=1441, from 1 to 1440",
    "minutes=an+hour, an hour",
    "clients=51, from 0 to 50",
    "since=yesterday, ISO 8601"
  })
  void otherParametersAreRefused(String query, String words) {
    admin.get("/api/traffic?" + query).expectProblem(400, words);
  }

  @Test
  void theTrafficIsForTheAdminAloneAndKeptByNobody() {
    Browser nobody = site.browser();
    Browser someone = site.signedIn(Names.fresh("someone"));

    nobody.get("/api/traffic").expectProblem(401);
    someone.get("/api/traffic").expectProblem(403);
    nobody.get("/traffic.csv").expect(401);
    someone.get("/traffic.csv").expect(403);
    someone.get("/traffic").expect(403);
    assertThat(nobody.get("/traffic").expect(401).text()).contains("name=\"to\"", "/traffic");
    assertThat(someone.get("/").text()).doesNotContain("href=\"/traffic\"");
    assertThat(admin.get("/").text()).contains("href=\"/traffic\"");
    for (String path : List.of("/traffic", "/traffic.csv", "/api/traffic")) {
      assertThat(admin.get(path).expect(200).header("Cache-Control")).contains("no-store");
    }
  }

  @Test
  void thePageSaysItInTablesAndWithoutAScript() {
    String instance = Names.fresh("<b>bold</b>");
    TrafficRows.of(site, 100).add(client, instance, "boot", 12_345_678, 1);

    String byClient = admin.get("/traffic").expect(200).text();
    String byInstance = admin.get("/traffic?by=instance&minutes=15").expect(200).text();

    assertThat(byClient).contains(">" + client + "<", "12,345,678", "In window ");
    assertThat(byInstance).contains("&lt;b&gt;bold", "12,345,678").doesNotContain("<b>bold");
    assertThat(admin.get("/traffic?lang=zh").text()).contains("流量", "客户端");
    assertThat(admin.get("/traffic?lang=en&minutes=nothing").expect(400).text())
        .contains("from 1 to 1440");
    site.tables().change("DELETE FROM traffic_window WHERE client = '%s'".formatted(client));
  }

  @Test
  void whatIsDownloadedHasEveryClientAndInstanceAndNoFormula() {
    TrafficRows rows =
        TrafficRows.of(site, 100)
            .add(client, "=1+1, \"x\"", "first", 7, 3)
            .add(client, "=1+1, \"x\"", "second", 3, 3)
            .add(client, "two", "first", 1, 1);

    Answer csv = admin.get("/traffic.csv?minutes=10").expect(200);

    assertThat(csv.header("Content-Type")).startsWith("text/csv").contains("header=present");
    assertThat(csv.header("Content-Disposition"))
        .matches("attachment; filename=\"traffic-\\d{8}T\\d{6}Z\\.csv\"");
    List<String> lines = new ArrayList<>(List.of(csv.text().split("\r\n", -1)));
    assertThat(lines.get(0)).startsWith("start,client,instance,complete,requests,client_errors,");
    String start = Instant.ofEpochMilli(rows.start()).toString();
    assertThat(lines.stream().filter(line -> line.contains(client)))
        .containsExactly(
            "%s,%s,\"'=1+1, \"\"x\"\"\",true,10,2,4,1000,3.0,7.5,9.8,10.0".formatted(start, client),
            "%s,%s,two,true,1,1,2,100,3.0,1.5,2.0,2.0".formatted(start, client));
    assertThat(lines.get(lines.size() - 1)).as("the last line ends too").isEmpty();
  }

  @Test
  void whatIsAskedForIsCountedItself() {
    Browser visitor = site.browser().from(client);
    for (int i = 0; i < 5; i++) {
      visitor.get("/login").expect(200);
    }

    Await.until(
        "it is on the page",
        Duration.ofSeconds(30),
        () ->
            sum(where(traffic("minutes=2&client=" + client).get("windows"), "client", client))
                == 5);
  }
}
