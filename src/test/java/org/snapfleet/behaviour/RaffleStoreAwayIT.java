package org.snapfleet.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.snapfleet.bench.RaffleBurst;
import org.snapfleet.site.Answer;
import org.snapfleet.site.Await;
import org.snapfleet.site.Browser;
import org.snapfleet.site.DynamoServer;
import org.snapfleet.site.MariaDbServer;
import org.snapfleet.site.Site;
import org.snapfleet.site.SiteOptions;

/**
 * The store of entries goes away while a hall registers: some are asked to try again, and whoever
 * was told that they are in is in.
 */
@Tag("mariadb")
class RaffleStoreAwayIT {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final int AT_ONCE = 12;
  private static final int SOME = 100;

  private static final MariaDbServer MARIADB = MariaDbServer.own();

  @AfterAll
  static void close() {
    MARIADB.close();
  }

  private static SiteOptions onMariaDb(String name) {
    return SiteOptions.named("raffle-on-" + name).database(MARIADB.create("raffle_" + name));
  }

  @Test
  void aDatabaseThatIsKilled() {
    try (Site site = onMariaDb("database").start()) {
      new Burst(site).through(MARIADB::kill, MARIADB::start);
    }
  }

  @Test
  void aDynamoDbThatDoesNotAnswer() {
    SiteOptions options = onMariaDb("dynamodb");
    try (DynamoServer dynamo = new DynamoServer()) {
      dynamo.keys().forEach(options::key);
      try (Site site = options.start()) {
        new Burst(site).through(dynamo::hang, dynamo::goOn);
      }
    }
  }

  /** People who try once each, of whom some come while the store is away. */
  private static final class Burst {
    private final Site site;
    private final Browser admin;
    private final Map<Integer, String> told = new ConcurrentHashMap<>();
    private final Set<Integer> refused = ConcurrentHashMap.newKeySet();
    private final AtomicInteger next = new AtomicInteger();
    private volatile boolean isOver;

    Burst(Site site) {
      this.site = site;
      admin = site.admin();
      RaffleBurst.open(admin);
    }

    void through(Runnable goAway, Runnable comeBack) {
      ExecutorService people = Executors.newFixedThreadPool(AT_ONCE);
      List<CompletableFuture<Void>> all =
          IntStream.range(0, AT_ONCE)
              .mapToObj(i -> CompletableFuture.runAsync(this::enterOneAfterTheOther, people))
              .toList();
      try {
        Await.until("some are in", SOON, () -> told.size() > SOME);
        goAway.run();
        Await.until("some are refused", SOON, () -> refused.size() > AT_ONCE);
        comeBack.run();
        int then = told.size();
        Await.until("more are in", SOON, () -> told.size() > then + SOME);
      } finally {
        isOver = true;
        all.forEach(CompletableFuture::join);
        people.shutdown();
      }
      everyoneWhoWasToldIsIn();
      List.copyOf(refused).forEach(this::enterAgain);
      nobodyIsInTwice();
    }

    private void enterOneAfterTheOther() {
      while (!isOver) {
        enter(next.getAndIncrement());
      }
    }

    private Answer enter(int person) {
      Answer answer =
          site.browser()
              .sendJson(
                  "POST",
                  "/api/raffle/entries",
                  "{\"email\": \"person.%d@example.org\"}".formatted(person));
      if (answer.status() == 200) {
        told.put(person, answer.json().get("receipt").asText());
      } else {
        answer.expectProblem(503);
        assertThat(answer.header("Retry-After")).isNotEmpty();
        refused.add(person);
      }
      return answer;
    }

    /** Some of them are in, as the store had them when its answer was lost. */
    private void enterAgain(int person) {
      enter(person).expect(200);
    }

    /** Each receipt that was given, asked for anew: the store still has it. */
    private void everyoneWhoWasToldIsIn() {
      Map<Integer, String> before = Map.copyOf(told);
      before.keySet().forEach(this::enterAgain);
      assertThat(told).isEqualTo(before);
    }

    private void nobodyIsInTwice() {
      JsonNode closed = admin.send("POST", "/api/raffle/close").expect(200).json();
      Set<String> list =
          Set.copyOf(
              admin.get(closed.path("receipts").asText()).expect(200).text().lines().toList());

      assertThat(told).hasSize(next.get());
      assertThat(told.values()).allMatch(receipt -> list.contains(RaffleBurst.hash(receipt)));
      assertThat(list).hasSize(next.get());
    }
  }
}
