package org.snapfleet.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
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
import org.snapfleet.site.Multipart;
import org.snapfleet.site.Names;
import org.snapfleet.site.Pictures;
import org.snapfleet.site.Ports;

/** Level 1 as {@code ./snapfleet fleet} starts it: any instance can serve any request. */
@Tag("alone")
@Tag("fleet")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FleetIT {
  private static final Duration SOON = Duration.ofMinutes(1);

  /** Within which a dead instance is out of the rotation. */
  private static final Duration TO_BE_MISSED = Duration.ofSeconds(3);

  private static final int REQUESTS = 20;

  private static Fleet fleet;

  private final String name = Names.fresh("fleet");
  private final Browser browser = fleet.browser().signIn(name, "");

  @BeforeAll
  static void start() {
    fleet = Fleet.start(Map.of("SNAPFLEET_DRAIN", "3s"), 2, "--level", "1");
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
  void signingOutEverywhereHoldsOnTheOtherInstanceRightAfterItsAnswer() {
    Browser here = at(0).signIn(name, "");
    Browser there = at(1).signIn(name, "");
    assertThat(userOf(there)).isEqualTo(name);

    here.delete("/api/session?everywhere=true").expect(204);

    assertThat(userOf(there)).isEmpty();
    there.upload(new Multipart().file("a.jpg", Pictures.jpeg())).expectProblem(401);
    assertThat(userOf(browser)).as("who signed in elsewhere").isEmpty();
    assertThat(userOf(at(1).withCookiesOf(here))).isEmpty();
    assertThat(userOf(there.signIn(name, ""))).as("signed in anew").isEqualTo(name);
  }

  @Test
  @Order(5)
  void aSignOutWhileNoMemcachedNodeAnswersHoldsOnAllInstances() {
    Browser staying = fleet.browser().signIn(Names.fresh("stays"), "");
    List<FleetPart> nodes = fleet.parts("memcached");
    assertThat(nodes).hasSize(3);
    fleet.suspend(nodes);
    try {
      at(0).withCookiesOf(browser).delete("/api/session").expect(204);
      at(1).withCookiesOf(browser).get("/api/session").expectProblem(503, "who you are");
    } finally {
      fleet.resume(nodes);
    }

    for (int i = 0; i < 2; i++) {
      Browser left = at(i).withCookiesOf(browser);
      Browser there = at(i).withCookiesOf(staying);
      Await.until(
          "sessions are found again", SOON, () -> there.get("/api/session").status() == 200);
      assertThat(userOf(there)).isNotEmpty();
      Await.until("this one is looked for", SOON, () -> left.get("/api/session").status() == 200);
      assertThat(userOf(left)).isEmpty();
    }
  }

  private static Browser at(int instance) {
    return fleet.browserOf(fleet.instances().get(instance));
  }

  @Test
  @Order(6)
  void aKilledInstanceIsMissedSoonCostsNobodyASessionAndComesBack() {
    FleetPart killed = fleet.instances().get(1);
    fleet.kill(killed);
    CompletableFuture<List<String>> users =
        CompletableFuture.supplyAsync(
            () -> IntStream.range(0, REQUESTS).mapToObj(i -> userOf(browser)).toList());
    Await.until(
        killed.name() + " is out of the rotation",
        TO_BE_MISSED,
        () -> fleet.log("haproxy").contains(killed.name() + " is DOWN"));

    assertThat(users.join()).containsOnly(name);
    List<String> ids =
        IntStream.range(0, 5).mapToObj(i -> browser.upload(Pictures.jpeg(), "on " + i)).toList();

    fleet.startAgain(killed);

    FleetPart back = fleet.part(killed.name());
    assertThat(back.address()).isEqualTo(killed.address());
    ids.forEach(id -> assertShows(back, id));
    Await.until("the balancer asks every instance again", SOON, () -> servedByAll(browser));
  }

  @Test
  @Order(7)
  void replacingEveryInstanceInTurnLosesNoRequestAndNoSession() {
    try (SteadyLoad load =
        new SteadyLoad(4, () -> userOf(browser).equals(name) ? "" : "signed out")) {
      for (FleetPart instance : fleet.instances()) {
        assertThat(ProcessHandle.of(instance.pid()).orElseThrow().destroy()).isTrue(); // SIGTERM
        Await.until(instance + " has ended", SOON, () -> !instance.isAlive());
        fleet.startAgain(instance);
        int before = load.right();
        Await.until("people are served", SOON, () -> load.right() > before + REQUESTS);
        Await.until("the balancer asks it again", SOON, () -> servedByAll(browser));
      }
      load.assertNothingWasWrong();
    }
  }

  /** Two fleets on one machine, or a neighbour in the network, see nothing of each other. */
  @Test
  @Order(8)
  void allPartsListenOnLoopbackAlone() {
    assertThat(Ports.notLoopback())
        .isNotEmpty()
        .allSatisfy(
            address ->
                assertThat(fleet.parts())
                    .allMatch(Fleet::isListening)
                    .noneMatch(part -> Fleet.isListening(address, part)));
  }

  @Test
  @Order(9)
  void ctrlCLeavesNoProcessAndNoPort() {
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

    assertThat(fleet.stop()).as("exit status, as after Ctrl-C").isEqualTo(130);

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
