package org.snapfleet.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.snapfleet.site.Await;
import org.snapfleet.site.Browser;
import org.snapfleet.site.Fleet;
import org.snapfleet.site.FleetPart;
import org.snapfleet.site.Names;
import org.snapfleet.site.Pictures;

/** Level 1 as {@code ./snapfleet fleet} starts it: any instance can serve any request. */
@Tag("fleet")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FleetIT {
  private static final Duration SOON = Duration.ofMinutes(1);
  private static final int REQUESTS = 20;

  private static Fleet fleet;

  private final String name = Names.fresh("fleet");
  private final Browser browser = fleet.browser().signIn(name, "");

  @BeforeAll
  static void start() {
    fleet = Fleet.start(2, "--level", "1");
  }

  @AfterAll
  static void close() {
    if (fleet != null) {
      fleet.close();
    }
  }

  @Test
  @Order(1)
  void whoIsSignedInOnOneInstanceIsSignedInOnAll() {
    assertThat(fleet.instances()).hasSize(2);
    for (FleetPart instance : fleet.instances()) {
      Browser visitor = fleet.browserOf(instance).withCookiesOf(browser);

      assertThat(visitor.get("/").expect(200).text()).contains(name, instance.address());
    }
    Await.until("the balancer asks every instance", SOON, () -> servedByAll(browser));
  }

  @Test
  @Order(2)
  void whatOneInstanceStoresAllShow() {
    String id = browser.upload(Pictures.jpeg(), "everywhere");

    fleet.instances().forEach(instance -> assertShows(instance, id));
  }

  @Test
  @Order(3)
  void signingOutHoldsEverywhere() {
    Browser thief = fleet.browser().withCookiesOf(browser);
    browser.delete("/api/session").expect(204);

    for (int i = 0; i < REQUESTS; i++) {
      assertThat(userOf(thief)).isEmpty();
    }
  }

  @Test
  @Order(4)
  void aKilledInstanceCostsNobodyASessionAndComesBack() {
    FleetPart killed = fleet.instances().get(1);
    fleet.kill(killed);

    assertThat(IntStream.range(0, REQUESTS).mapToObj(i -> userOf(browser))).containsOnly(name);
    List<String> ids =
        IntStream.range(0, 5).mapToObj(i -> browser.upload(Pictures.jpeg(), "on " + i)).toList();
    Await.until(
        killed.name() + " is out of the rotation",
        SOON,
        () -> fleet.log("haproxy").contains(killed.name() + " is DOWN"));

    fleet.startAgain(killed);

    FleetPart back = fleet.part(killed.name());
    assertThat(back.address()).isEqualTo(killed.address());
    ids.forEach(id -> assertShows(back, id));
    Await.until("the balancer asks every instance again", SOON, () -> servedByAll(browser));
  }

  @Test
  @Order(5)
  void stoppingLeavesNoProcessAndNoPort() {
    List<FleetPart> parts = List.copyOf(fleet.parts());
    assertThat(parts)
        .extracting(FleetPart::name)
        .containsExactlyInAnyOrder(
            "mariadb",
            "memcached-1",
            "memcached-2",
            "memcached-3",
            "instance-1",
            "instance-2",
            "haproxy");
    assertThat(parts).allMatch(FleetPart::isAlive).allMatch(Fleet::isListening);

    fleet.stop();

    assertThat(parts).noneMatch(FleetPart::isAlive).noneMatch(Fleet::isListening);
  }

  private static void assertShows(FleetPart instance, String id) {
    JsonNode photo = fleet.browserOf(instance).get("/api/photos/" + id).expect(200).json();
    fleet.browserOf(instance).get(photo.at("/links/thumbnail").asText()).expect(200);
  }

  /** Whether a few requests in a row are answered by each of the instances. */
  private static boolean servedByAll(Browser visitor) {
    List<String> pages =
        IntStream.range(0, 6).mapToObj(i -> visitor.get("/").expect(200).text()).toList();
    return fleet.instances().stream()
        .allMatch(instance -> pages.stream().anyMatch(page -> page.contains(instance.address())));
  }

  private static String userOf(Browser visitor) {
    return visitor.get("/api/session").expect(200).json().at("/user/name").asText();
  }
}
