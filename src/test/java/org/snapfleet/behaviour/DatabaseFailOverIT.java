package org.snapfleet.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.snapfleet.site.Answer;
import org.snapfleet.site.Await;
import org.snapfleet.site.Browser;
import org.snapfleet.site.FakeSecretsManager;
import org.snapfleet.site.Folders;
import org.snapfleet.site.MariaDbServer;
import org.snapfleet.site.Multipart;
import org.snapfleet.site.Names;
import org.snapfleet.site.Pictures;
import org.snapfleet.site.Site;
import org.snapfleet.site.SiteOptions;

/**
 * The database goes away, changes its password and moves, under a running fleet: only the requests
 * in flight notice. Two sites with the account of {@code sql/accounts.sql}, its password in a
 * secret; the order only saves boots, and the primary's end comes last.
 */
@Tag("alone")
@Tag("mariadb")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DatabaseFailOverIT {
  private static final Duration SOON = Duration.ofSeconds(60);

  /** Connecting, asking and being told of it; nobody waits for longer. */
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private static final String FAILED = "Reading revoked sessions failed";
  private static final String WORKS = "Reading revoked sessions works";
  private static final String SECRET = "snapfleet/database";

  private static final Path HOSTS = Folders.makeForTheRun("hosts").resolve("hosts");
  private static final FakeSecretsManager SECRETS = new FakeSecretsManager();
  private static final MariaDbServer PRIMARY = MariaDbServer.primary();
  private static final MariaDbServer REPLICA = PRIMARY.replica();
  private static Site site;
  private static Site other;

  @BeforeAll
  static void start() {
    PRIMARY.asRoot().run(Path.of("sql/accounts.sql"));
    SECRETS.put(SECRET, "snapfleet", "change me");
    pointTo(PRIMARY);
    Path photos = Folders.makeForTheRun("fail-over-photos");
    site = started("fail-over", photos);
    other = started("fail-over-too", photos);
  }

  private static Site started(String name, Path photos) {
    SiteOptions options =
        SiteOptions.named(name)
            .key(
                "snapfleet.db.url", "jdbc:mariadb://db.test:%d/snapfleet".formatted(PRIMARY.port()))
            .key("snapfleet.db.secret", SECRET)
            .key("snapfleet.aws.region", "eu-central-1")
            .key("snapfleet.sessions", "database")
            .key("snapfleet.storage.dir", photos.toString())
            .jvmOption("-Djdk.net.hosts.file=" + HOSTS);
    return SECRETS.tell(options).start();
  }

  @AfterAll
  static void close() {
    other.close();
    site.close();
    REPLICA.close();
    PRIMARY.close();
    SECRETS.close();
  }

  /** The file in place of the machine's resolver knows this machine too, as Payara asks for it. */
  private static void pointTo(MariaDbServer server) {
    try {
      String here = InetAddress.getLocalHost().getHostName();
      Path next = HOSTS.resolveSibling("next");
      Files.writeString(
          next, "127.0.0.1 localhost %s\n%s db.test\n".formatted(here, server.address()));
      Files.move(next, HOSTS, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  @Order(1)
  void theAccountOfTheStatementsCanDoNoMoreThanTheSiteNeeds() {
    var tables = PRIMARY.as("snapfleet", "change me");

    assertThat(tables.texts("SELECT name FROM snapfleet.account")).contains("admin");
    assertThat(
            List.of(
                "SELECT * FROM mysql.user",
                "CREATE USER other IDENTIFIED BY 'x'",
                "GRANT SELECT ON snapfleet.* TO root@localhost",
                "CREATE DATABASE other",
                "DROP TABLE snapfleet.photo",
                "DROP DATABASE snapfleet",
                "SET GLOBAL read_only = 1",
                "SHUTDOWN",
                "SELECT 'x' INTO OUTFILE '/tmp/snapfleet-x'",
                "CREATE PROCEDURE snapfleet.p() SELECT 1"))
        .allSatisfy(command -> assertThat(tables.refusal(command)).contains("denied"));
  }

  @Test
  @Order(2)
  void aRestartOfTheDatabaseCostsOnlyTheRequestsInFlight() {
    Browser browser = site.signedIn(Names.fresh("restart"));
    fillThePool(browser);

    PRIMARY.kill();
    PRIMARY.start();

    browser.get("/api/photos").expect(200);
    browser.upload(Pictures.jpeg(), "after the restart");
    assertThat(browser.get("/api/session").json().at("/user/name").isTextual()).isTrue();
  }

  @Test
  @Order(3)
  void anOutageIsToldPlainlyAndEndsWhenItEnds() {
    Browser browser = site.signedIn(Names.fresh("outage"));
    fillThePool(browser);
    Await.until("all is well", SOON, () -> count(FAILED) == count(WORKS));
    long before = count(FAILED);
    PRIMARY.kill();

    List<CompletableFuture<Answer>> answers =
        IntStream.range(0, 40)
            .mapToObj(i -> CompletableFuture.supplyAsync(() -> anyOf(browser, i)))
            .toList();
    answers.forEach(
        answer -> assertThat(answer.join().expectProblem(503).header("Retry-After")).isNotEmpty());
    Await.until("it is in the log", SOON, () -> count(FAILED) > before);
    PRIMARY.start();

    browser.get("/api/photos").expect(200);
    browser.upload(Pictures.jpeg(), "after the outage");
    Await.until("its end is in the log", SOON, () -> count(WORKS) > before);
    assertThat(count(FAILED)).as("told once").isEqualTo(before + 1);
  }

  @Test
  @Order(4)
  void aDatabaseThatHangsHoldsNobody() {
    Browser browser = site.signedIn(Names.fresh("hang"));
    fillThePool(browser);
    PRIMARY.hang();
    try {
      for (int i = 0; i < 3; i++) {
        Instant before = Instant.now();
        browser.get("/api/photos").expectProblem(503);
        assertThat(Duration.between(before, Instant.now())).isLessThan(PATIENCE);
      }
    } finally {
      PRIMARY.goOn();
    }

    Await.until("the site is back", SOON, () -> browser.get("/api/photos").status() == 200);
    browser.upload(Pictures.jpeg(), "after the standstill");
  }

  private static Answer anyOf(Browser browser, int i) {
    Browser window = site.browser().withCookiesOf(browser);
    return i % 2 == 0
        ? window.get("/api/photos")
        : window.upload(new Multipart().file("a.jpg", Pictures.jpeg()));
  }

  @Test
  @Order(5)
  void aPasswordIsChangedUnderTheRunningFleet() {
    Browser browser = site.signedIn(Names.fresh("rotation"));
    List<Browser> both = List.of(browser, other.browser().withCookiesOf(browser));
    both.forEach(DatabaseFailOverIT::fillThePool);
    int before = SECRETS.reads();

    rotate("the second", true);
    for (Browser at : both) {
      at.get("/api/photos").expect(200);
      at.upload(Pictures.jpeg(), "after the first rotation");
    }
    assertThat(SECRETS.reads()).as("by each of the two").isGreaterThanOrEqualTo(before + 2);
    rotate("the third", false);
    for (Browser at : both) {
      Await.until("the site has it", SOON, () -> at.get("/api/photos").status() == 200);
      at.upload(Pictures.jpeg(), "after the second rotation");
      at.get("/api/photos").expect(200);
    }
    assertThat(SECRETS.reads()).as("not by each request").isLessThan(before + 40);
    for (Site each : List.of(site, other)) {
      assertThat(each.log().text()).doesNotContain("the second", "the third", "change me");
    }
  }

  private static void rotate(String password, boolean secretFirst) {
    if (secretFirst) {
      SECRETS.put(SECRET, "snapfleet", password);
    }
    PRIMARY.asRoot().change("ALTER USER snapfleet IDENTIFIED BY '%s'".formatted(password));
    PRIMARY.asRoot().change("KILL USER snapfleet");
    SECRETS.put(SECRET, "snapfleet", password);
  }

  /** The commit may still come just before the server takes no more of them: then once more. */
  @Test
  @Order(6)
  void aCommitThatTheDatabaseRefusesIsToldAsAnOutage() throws Exception {
    Browser browser = site.signedIn(Names.fresh("commit"));
    browser.upload(Pictures.jpeg(), "before");
    Answer answer = committedAsTheServerStopsTakingChanges(browser);
    for (int i = 0; i < 10 && answer.status() == 201; i++) {
      answer = committedAsTheServerStopsTakingChanges(browser);
    }

    answer.expectProblem(503);
    Await.until("it takes changes", SOON, () -> anyOf(browser, 1).status() == 201);
  }

  /** A row's insert waits for a lock while the server is told to take no changes. */
  private static Answer committedAsTheServerStopsTakingChanges(Browser browser) throws Exception {
    CompletableFuture<Answer> answer;
    CompletableFuture<Void> readOnly;
    try (Connection lock = PRIMARY.asRoot().connect();
        Statement statement = lock.createStatement()) {
      lock.setAutoCommit(false);
      statement.executeQuery("SELECT id FROM snapfleet.photo ORDER BY id FOR UPDATE").close();
      answer = CompletableFuture.supplyAsync(() -> anyOf(browser, 1));
      Await.until("the insert waits", SOON, () -> isRunning("INSERT INTO photo", ""));
      readOnly =
          CompletableFuture.runAsync(() -> PRIMARY.asRoot().change("SET GLOBAL read_only = 1"));
      Await.until("so does the change", SOON, () -> isRunning("SET GLOBAL read_only", "Waiting"));
      lock.rollback();
    }
    readOnly.join();
    try {
      return answer.join();
    } finally {
      PRIMARY.asRoot().change("SET GLOBAL read_only = 0");
    }
  }

  private static boolean isRunning(String beginning, String state) {
    return !PRIMARY
        .asRoot()
        .texts(
            "SELECT id FROM information_schema.processlist WHERE info LIKE '%s%%' AND COALESCE(state, '') LIKE '%s%%'"
                .formatted(beginning, state))
        .isEmpty();
  }

  @Test
  @Order(7)
  void theNameMovesToTheReplicaAndNothingAcknowledgedIsLost() {
    Browser browser = site.signedIn(Names.fresh("moved"));
    ConcurrentLinkedQueue<String> acknowledged = new ConcurrentLinkedQueue<>();
    List<Uploader> uploaders =
        Stream.of(site, other, site)
            .map(at -> new Uploader(at.browser().withCookiesOf(browser), acknowledged))
            .toList();
    Await.until("uploads are under way", SOON, () -> acknowledged.size() > 5);

    PRIMARY.asRoot().change("SET GLOBAL read_only = 1");
    site.browser().get("/api/photos").expect(200);
    REPLICA.promote(PRIMARY);
    pointTo(REPLICA);
    int known = acknowledged.size();

    Await.until("uploads go on", PATIENCE, () -> acknowledged.size() > known + 5);
    uploaders.forEach(Uploader::end);
    for (Site each : List.of(site, other)) {
      Browser there = each.browser();
      // one believes the name's address for some seconds longer, and can read the former writer
      Await.until(
          "all that was acknowledged is there",
          PATIENCE,
          () ->
              acknowledged.stream().allMatch(id -> there.get("/api/photos/" + id).status() == 200));
      assertThat(each.log().text()).doesNotContain("Java believes a name's address");
    }
    assertThat(REPLICA.asRoot().rows("snapfleet.photo"))
        .isGreaterThan(PRIMARY.asRoot().rows("snapfleet.photo"));
    PRIMARY.kill();
    browser.get("/api/photos").expect(200);
    browser.upload(Pictures.jpeg(), "without the old one");
  }

  /** Uploads again and again; while the database moves, it is told to try later. */
  private static final class Uploader {
    private final CompletableFuture<Void> work;
    private volatile boolean ended;

    Uploader(Browser window, ConcurrentLinkedQueue<String> acknowledged) {
      work =
          CompletableFuture.runAsync(
              () -> {
                while (!ended) {
                  Answer answer =
                      window.upload(new Multipart().file("a.jpg", Pictures.jpeg(60, 40)));
                  if (answer.status() == 201) {
                    acknowledged.add(answer.json().at("/stored/0/id").asText());
                  } else {
                    answer.expectProblem(503);
                  }
                }
              });
    }

    void end() {
      ended = true;
      work.join();
    }
  }

  /** Several requests at once, so that the pool holds several connections. */
  private static void fillThePool(Browser browser) {
    List<CompletableFuture<Answer>> answers = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      answers.add(CompletableFuture.supplyAsync(() -> browser.get("/api/photos")));
    }
    answers.forEach(answer -> answer.join().expect(200));
  }

  private static long count(String words) {
    return site.log().text().lines().filter(line -> line.contains(words)).count();
  }
}
