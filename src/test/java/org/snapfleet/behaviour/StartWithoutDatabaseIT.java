package org.snapfleet.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.snapfleet.site.Answer;
import org.snapfleet.site.Await;
import org.snapfleet.site.Browser;
import org.snapfleet.site.MariaDbServer;
import org.snapfleet.site.Multipart;
import org.snapfleet.site.Pictures;
import org.snapfleet.site.Site;
import org.snapfleet.site.SiteOptions;

/**
 * A start while the database is down: the instance lives, is not ready, says why, and recovers by
 * itself. It also writes its log as JSON.
 */
@Tag("mariadb")
@Timeout(240)
class StartWithoutDatabaseIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration TO_BOOT = Duration.ofMinutes(2);
  private static final Duration SOON = Duration.ofSeconds(30);

  private static SiteOptions options(MariaDbServer.Database tables) {
    return SiteOptions.named("patient").database(tables).key("snapfleet.log", "json");
  }

  private static void awaitLife(Site site) {
    Await.until("it lives", TO_BOOT, () -> isAlive(site));
  }

  private static boolean isAlive(Site site) {
    try {
      return site.browser().get("/health/live").status() == 200;
    } catch (RuntimeException | AssertionError e) {
      return false;
    }
  }

  @Test
  void itWaitsForTheDatabaseAndThenStartsAsEver() throws IOException {
    try (MariaDbServer database = MariaDbServer.own()) {
      MariaDbServer.Database tables = database.create("late");
      database.kill();
      try (Site site = options(tables).startWithoutWaiting()) {
        awaitLife(site);
        isNotReadyAndSaysWhy(site, database.port());

        database.start();
        Await.until("it is ready", SOON, () -> site.browser().get("/health/ready").status() == 200);
        worksAsEver(site);
        toldOnceInJson(site);
        namesTheRequestInTheLog(site);
      }
    }
  }

  private static void isNotReadyAndSaysWhy(Site site, int port) {
    Browser visitor = site.browser();
    JsonNode ready = visitor.get("/health/ready").expect(503).json();
    assertThat(ready.at("/checks/0/data/state").asText()).isEqualTo("starting");
    assertThat(ready.at("/checks/0/data/database").asText()).contains(String.valueOf(port));
    assertThat(visitor.get("/health/dependencies").expect(503).json().at("/checks/0/name").asText())
        .isEqualTo("database");
    Answer page = visitor.get("/", "Accept", "text/html").expect(503);
    assertThat(page.text()).contains("waits for its database", "</html>");
    assertThat(page.header("Retry-After")).isEqualTo("5");
    visitor.get("/api/photos").expectProblem(503, "waits for its database");
    visitor.trySignIn("ann", "").expectProblem(503, "waits for its database");
    visitor.get("/media/x").expect(503);
    assertThat(visitor.get("/metrics").expect(200).text()).contains("snapfleet_requests");
  }

  private static void worksAsEver(Site site) {
    Browser ann = site.signedIn("ann");
    String id = ann.upload(Pictures.jpeg(), "at last");
    assertThat(site.browser().get("/").expect(200).text()).contains("/photos/" + id);
    site.admin().get("/fleet").expect(200);
  }

  private static List<JsonNode> lines(Site site) {
    return site.log()
        .text()
        .lines()
        .filter(line -> line.startsWith("{"))
        .map(StartWithoutDatabaseIT::json)
        .toList();
  }

  private static JsonNode json(String line) {
    try {
      return JSON.readTree(line);
    } catch (IOException e) {
      throw new AssertionError(line, e);
    }
  }

  private static void toldOnceInJson(Site site) {
    assertThat(lines(site))
        .filteredOn(line -> line.at("/message").asText().contains("starts when its database"))
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.at("/level").asText()).isEqualTo("WARNING");
              assertThat(line.at("/instance").asText()).isNotEmpty();
              assertThat(line.at("/time").asText()).endsWith("Z");
              assertThat(line.at("/message").asText()).contains("snapfleet.db.url=jdbc:mariadb:");
            });
    assertThat(lines(site))
        .filteredOn(line -> line.at("/message").asText().startsWith("Out of reach: database ("))
        .singleElement()
        .satisfies(line -> assertThat(line.at("/message").asText()).contains("refused"));
    assertThat(lines(site))
        .filteredOn(line -> line.at("/message").asText().contains("the site starts"))
        .hasSize(1);
  }

  private static void namesTheRequestInTheLog(Site site) throws IOException {
    Path folder = site.photoFolder();
    Path away = folder.resolveSibling("photos-away");
    Files.move(folder, away);
    Browser ann = site.signedIn("ann");
    try {
      ann.upload(picture(), "X-Request-ID", "made-by-the-balancer").expect(503);
    } finally {
      Files.move(away, folder);
    }
    assertThat(lines(site))
        .filteredOn(line -> line.at("/message").asText().startsWith("An upload"))
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.at("/request").asText()).isEqualTo("made-by-the-balancer");
              assertThat(line.at("/route").asText()).isEqualTo("/api/photos");
            });
  }

  private static Multipart picture() {
    return new Multipart().file("a.jpg", Pictures.jpeg());
  }

  @Test
  void whileItWaitsItEndsAsEver() {
    MariaDbServer.Database nowhere =
        new MariaDbServer.Database("jdbc:mariadb://127.0.0.1:1/x", "nobody", "secret");
    try (Site site = options(nowhere).startWithoutWaiting()) {
      awaitLife(site);
      ProcessHandle.of(site.pid()).orElseThrow().destroy();

      assertThat(site.exitStatus()).isEqualTo(143);
      assertThat(site.log().text()).doesNotContain("\tat ", "secret");
    }
  }

  @Test
  void aDatabaseThatRefusesTheSiteEndsTheStart() {
    MariaDbServer database = MariaDbServer.shared();
    MariaDbServer.Database tables = database.create("refused");
    MariaDbServer.Database wrong =
        new MariaDbServer.Database(tables.url(), tables.user(), "not-the-password");
    try (Site site = options(wrong).startWithoutWaiting()) {

      assertThat(site.exitStatus()).isEqualTo(78);
      assertThat(site.log().text().lines().filter(line -> line.startsWith("snapfleet: ")))
          .singleElement()
          .asString()
          .contains("cannot start", "Access denied")
          .doesNotContain("not-the-password");
    }
  }
}
