package org.snapfleet.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
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

/**
 * The lesson of level 1: sessions and photos that only one instance has. Who keeps the balancer's
 * cookie stays with one instance; who does not is sent round, as everyone is without {@code
 * --sticky}.
 */
@Tag("alone")
@Tag("fleet")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class NaiveFleetIT {
  private static final String STICKY = "snapfleet-instance";
  private static final int REQUESTS = 12;

  private static Fleet fleet;

  private final String name = Names.fresh("naive");
  private final Browser browser = fleet.browser().signIn(name, "");

  @BeforeAll
  static void start() {
    fleet = Fleet.start(2, "--level", "1-naive", "--sticky");
  }

  @AfterAll
  static void close() {
    if (fleet != null) {
      fleet.close();
    }
  }

  @Test
  @Order(1)
  void peopleAreSignedOutFromTimeToTime() {
    assertThat(times(() -> userOf(browser.forget(STICKY)))).contains(name, "");
  }

  @Test
  @Order(2)
  void photosAreMissingFromTimeToTime() {
    String id = browser.upload(Pictures.jpeg(), "here or there");
    String link = browser.get("/api/photos/" + id).json().at("/links/thumbnail").asText();

    assertThat(times(() -> browser.forget(STICKY).get(link).status())).contains(200, 404);
  }

  @Test
  @Order(3)
  void stickinessHidesIt() {
    assertThat(times(() -> userOf(browser))).containsOnly(name);
  }

  @Test
  @Order(4)
  void everyInstanceTakesUploads() {
    for (FleetPart instance : fleet.instances()) {
      fleet.browserOf(instance).signIn(name, "").upload(Pictures.jpeg(), "by " + instance.name());
    }
  }

  @Test
  @Order(5)
  void aKilledLauncherLeavesNoProcess() {
    List<FleetPart> parts = List.copyOf(fleet.parts());
    assertThat(parts).hasSize(4).allMatch(FleetPart::isAlive);

    fleet.killLauncher();

    Await.until(
        "all parts end", Duration.ofMinutes(2), () -> parts.stream().noneMatch(FleetPart::isAlive));
  }

  private static String userOf(Browser visitor) {
    return visitor.get("/api/session").expect(200).json().at("/user/name").asText();
  }

  private static <T> List<T> times(Supplier<T> request) {
    return Stream.generate(request).limit(REQUESTS).toList();
  }
}
