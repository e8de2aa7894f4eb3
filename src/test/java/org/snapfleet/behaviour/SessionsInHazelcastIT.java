package org.snapfleet.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.snapfleet.site.Await;
import org.snapfleet.site.Browser;
import org.snapfleet.site.Folders;
import org.snapfleet.site.GridMembers;
import org.snapfleet.site.H2Server;
import org.snapfleet.site.Names;
import org.snapfleet.site.Site;
import org.snapfleet.site.SiteOptions;

/** Two instances whose data grid holds the sessions. The one that is killed comes last. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SessionsInHazelcastIT {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final int SESSIONS = 20;

  private static H2Server database;
  private static Path photos;
  private static Site first;
  private static Site second;

  @BeforeAll
  static void start() {
    GridMembers grid = GridMembers.of(2);
    database = new H2Server();
    photos = Folders.makeForTheRun("grid-photos");
    first = instance(grid, 0);
    second = instance(grid, 1);
  }

  private static Site instance(GridMembers grid, int member) {
    return SiteOptions.named("grid-" + member)
        .key("snapfleet.db.url", database.url())
        .key("snapfleet.storage.dir", photos.toString())
        .dataGrid(grid, member)
        .start();
  }

  @AfterAll
  static void close() {
    first.close();
    second.close();
    database.close();
  }

  private static Browser onSecond(Browser other) {
    return second.browser().withCookiesOf(other);
  }

  private static boolean isSignedIn(Browser browser) {
    return !browser.get("/api/session").expect(200).json().get("user").isNull();
  }

  @Test
  @Order(1)
  void whoIsSignedInOnOneIsSignedInOnTheOther() {
    for (int i = 0; i < SESSIONS; i++) {
      String name = Names.fresh("grid");
      Browser here = first.signedIn(name);

      assertThat(onSecond(here).get("/api/session").json().at("/user/name").asText())
          .isEqualTo(name);
    }
  }

  @Test
  @Order(2)
  void aSignOutOnOneHoldsOnTheOtherAtOnce() {
    for (int i = 0; i < SESSIONS; i++) {
      Browser here = first.signedIn(Names.fresh("leaving"));
      Browser there = onSecond(here);
      Browser kept = first.browser().withCookiesOf(here);
      assertThat(isSignedIn(there)).isTrue();

      here.delete("/api/session").expect(204);

      assertThat(isSignedIn(there)).as("there").isFalse();
      assertThat(isSignedIn(kept)).as("here, with the old cookie").isFalse();
    }
  }

  @Test
  @Order(3)
  void aForgedCookieIsNobody() {
    for (String forged : new String[] {"x", "A".repeat(43), "A".repeat(4000), "%00", "..", "é"}) {
      assertThat(
              isSignedIn(
                  first.browser().with("Cookie", "session=" + forged))) // no session has such an id
          .as(forged)
          .isFalse();
    }
  }

  @Test
  @Order(4)
  void whoIsSignedInStaysSoWhenAnInstanceIsKilledAndWhenItComesBack() {
    Browser[] people = new Browser[SESSIONS];
    for (int i = 0; i < SESSIONS; i++) {
      people[i] = first.signedIn(Names.fresh("stays"));
    }
    Browser gone = first.signedIn(Names.fresh("gone"));
    Browser goneThere = onSecond(gone);
    gone.delete("/api/session").expect(204);

    first.kill();

    for (Browser person : people) {
      Browser there = onSecond(person);
      Await.until(
          "signed in still",
          SOON,
          () -> there.get("/api/session").json().at("/user/name").isTextual());
    }
    assertThat(isSignedIn(goneThere)).as("who signed out before the kill").isFalse();

    Await.until(
        "the other tells of it",
        SOON,
        () -> second.log().text().endsWith("Members of the data grid: 1\n"));
    assertThat(second.log().text()).doesNotContain("com.hazelcast", "WARNING");

    first.start();
    for (Browser person : people) {
      assertThat(isSignedIn(first.browser().withCookiesOf(person))).isTrue();
    }
  }
}
