package org.snapfleet.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.snapfleet.fleet.Sha256;
import org.snapfleet.site.Browser;
import org.snapfleet.site.Fleet;
import org.snapfleet.site.FleetPart;
import org.snapfleet.site.Site;

/**
 * A hall registers at once, through the balancer of a fleet of three, of which one instance is
 * killed and one drained meanwhile. Who gets no good answer tries again.
 *
 * @param people who register, some of them twice, in another spelling
 * @param receipts different ones that were given: one for each of the people
 * @param moreThanOne people who were given two
 * @param entries that are sealed
 * @param missing receipts that were given and are not in the published list
 * @param shown what the page's count was 2 s after the last answer, or a little more with DynamoDB,
 *     where the killed instance's last second has to be found
 * @param tries requests that were made for all this
 */
public record RaffleBurst(
    int people,
    int submissions,
    int receipts,
    int moreThanOne,
    long entries,
    int missing,
    long shown,
    int tries,
    Duration took) {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Duration FOR_COUNT = Duration.ofSeconds(20);

  /** Registers over so many connections at once. */
  public static RaffleBurst run(Fleet fleet, int people, int submissions, int connections) {
    return new Hall(fleet, people, submissions).run(connections);
  }

  /** Whether everyone who was told so is in, once. */
  public boolean isExact() {
    return receipts == people
        && moreThanOne == 0
        && entries == people
        && missing == 0
        && shown == people;
  }

  /** What is counted while it goes on. */
  private static final class Hall {
    private final Fleet fleet;
    private final int people;
    private final int submissions;
    private final Map<Integer, Set<String>> receipts = new ConcurrentHashMap<>();
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicInteger tries = new AtomicInteger();

    Hall(Fleet fleet, int people, int submissions) {
      this.fleet = fleet;
      this.people = people;
      this.submissions = submissions;
    }

    RaffleBurst run(int connections) {
      Browser admin =
          fleet.browserOf(fleet.instances().get(0)).signIn("admin", Site.ADMIN_PASSWORD);
      open(admin);
      Thread unrest = new Thread(this::killOneAndDrainOne);
      unrest.start();
      long begin = System.nanoTime();
      Crew.work(connections, submissions, this::submit);
      Duration took = Duration.ofNanos(System.nanoTime() - begin);
      join(unrest);
      long shown = shown(admin);
      JsonNode closed = admin.send("POST", "/api/raffle/close").expect(200).json();
      return counted(closed, admin, shown, took);
    }

    private void killOneAndDrainOne() {
      Await.progress(done, submissions / 4);
      FleetPart killed = fleet.instances().get(1);
      FleetPart drained = fleet.instances().get(2);
      fleet.kill(killed);
      Await.progress(done, submissions / 2);
      fleet.terminate(drained);
    }

    private static void join(Thread thread) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }

    /** The first ones are the people, the others some of them again. */
    private void submit(int number) {
      int person = number % people;
      String email = number < people ? address(person) : otherSpelling(person);
      long end = System.nanoTime() + PATIENCE.toNanos();
      while (System.nanoTime() < end) {
        tries.incrementAndGet();
        Caller.Reply reply = enter(fleet.balancer(), email);
        if (reply.status() == 200) {
          receipts.computeIfAbsent(person, p -> ConcurrentHashMap.newKeySet()).add(reply.body());
          done.incrementAndGet();
          return;
        }
        if (reply.status() != Caller.NO_ANSWER && reply.status() < 500) {
          throw new IllegalStateException(email + ": " + reply);
        }
        pause(200);
      }
      throw new IllegalStateException(email + " got no answer in " + PATIENCE);
    }

    private long shown(Browser admin) {
      pause(2_000);
      long end = System.nanoTime() + FOR_COUNT.toNanos();
      long shown = count(admin);
      while (shown != people && System.nanoTime() < end) {
        pause(500);
        shown = count(admin);
      }
      return shown;
    }

    private static long count(Browser admin) {
      return admin.get("/api/raffle").expect(200).json().path("entries").asLong();
    }

    private RaffleBurst counted(JsonNode closed, Browser admin, long shown, Duration took) {
      Set<String> list =
          admin
              .get(closed.path("receipts").asText())
              .expect(200)
              .text()
              .lines()
              .collect(Collectors.toSet());
      Set<String> given =
          receipts.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
      int missing =
          (int) given.stream().filter(body -> !list.contains(hash(receipt(body)))).count();
      int moreThanOne = (int) receipts.values().stream().filter(r -> r.size() > 1).count();
      return new RaffleBurst(
          people,
          submissions,
          given.size(),
          moreThanOne,
          closed.path("entries").asLong(),
          missing,
          shown,
          tries.get(),
          took);
    }

    /** In an answer. */
    private static String receipt(String body) {
      return body.replaceFirst(".*\"receipt\" *: *\"([a-z2-7]+)\".*", "$1");
    }

    private static void pause(long millis) {
      Await.pause(millis);
    }
  }

  /** Waiting, in a few words. */
  private static final class Await {
    private Await() {}

    static void progress(AtomicInteger done, int count) {
      long end = System.nanoTime() + PATIENCE.toNanos();
      while (done.get() < count && System.nanoTime() < end) {
        pause(5);
      }
    }

    static void pause(long millis) {
      try {
        Thread.sleep(millis);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }

  /** Makes a raffle that is open for an hour, with ten vouchers. */
  public static void open(Browser admin) {
    String closesAt = Instant.now().plus(Duration.ofHours(1)).toString();
    admin
        .sendJson(
            "POST",
            "/api/raffle",
            "{\"title\": \"Burst\", \"closesAt\": \"%s\", \"vouchers\": 10}".formatted(closesAt))
        .expect(201);
  }

  /** A receipt's line in the published list. */
  public static String hash(String receipt) {
    return HexFormat.of().formatHex(Sha256.of(receipt.getBytes(StandardCharsets.US_ASCII)));
  }

  static Caller.Reply enter(URI site, String email) {
    return Caller.send(
        "POST",
        site,
        "/api/raffle/entries",
        "",
        BodyPublishers.ofString("{\"email\": \"" + email + "\"}"),
        "Content-Type",
        "application/json");
  }

  /** Every third one's domain has an umlaut. */
  private static String address(int person) {
    String domain = person % 3 == 0 ? "m\u00FCller.example" : "example.org";
    return "person.%d@%s".formatted(person, domain);
  }

  private static String otherSpelling(int person) {
    String domain = person % 3 == 0 ? "XN--MLLER-KVA.Example" : "EXAMPLE.ORG";
    return " Person.%d@%s ".formatted(person, domain);
  }
}
