package org.snapfleet.bench;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.snapfleet.site.Fleet;
import org.snapfleet.site.Folders;
import org.snapfleet.storage.LinkRates;

/**
 * Prints the figures of sessions, of large uploads and of links, each as soon as it is known. What
 * is counted must be right, or the exit status is 1; what is timed is a ratio within this run, and
 * is only printed.
 */
public final class Bench {
  private static final List<String> STORES = List.of("memcached", "redis", "hazelcast", "database");
  private static final int INSTANCES = 3;

  private final PrintStream out;
  private final List<Figure> wrong = new ArrayList<>();

  private Bench(PrintStream out) {
    this.out = out;
  }

  /**
   * Measures what is asked for.
   *
   * @param args the names of session stores, {@code boot}, {@code s3}, {@code links} or {@code
   *     move}; without any, all of it
   */
  public static void main(String[] args) {
    Bench bench = new Bench(System.out);
    List<String> chosen = List.of(args);
    bench.say("| figure | aim | reached | met |");
    bench.say("|---|---|---|---|");
    if (chosen.isEmpty() || chosen.contains("boot")) {
      bench.boot();
    }
    for (String store : STORES) {
      if (chosen.isEmpty() || chosen.contains(store)) {
        bench.fleetOn(store);
      }
    }
    if (chosen.isEmpty() || chosen.contains("s3")) {
      bench.photosOnS3();
    }
    if (chosen.isEmpty() || chosen.contains("links")) {
      bench.links();
    }
    if (chosen.isEmpty() || chosen.contains("move")) {
      bench.counted(MovedPhotos::figure);
    }
    Folders.removeThoseOfTheRun();
    System.exit(bench.wrong.isEmpty() ? 0 : 1);
  }

  private void say(String line) {
    out.println(line);
    out.flush();
  }

  private void timed(Figure figure) {
    say(figure.line());
  }

  private void counted(Supplier<Figure> measure) {
    Figure figure = measure.get();
    say(figure.line());
    if (!figure.isMet()) {
      wrong.add(figure);
      Caller.troubles().forEach(out::println);
    }
  }

  private void boot() {
    List<Boot> with = new ArrayList<>();
    List<Boot> without = new ArrayList<>();
    Path folder = Folders.makeForTheRun("boot");
    Boot.measure(folder, "on"); // makes the cache, where there is none yet, and the database
    for (int i = 0; i < 5; i++) {
      without.add(Boot.measure(folder, "off"));
      with.add(Boot.measure(folder, "on"));
    }
    double plain = Boot.median(without, Boot::untilReady).toMillis();
    double cached = Boot.median(with, Boot::untilReady).toMillis();
    timed(
        new Figure(
            "boot with the AOT cache, of the boot without",
            "≤ 0.6",
            "%.2f (%.1f s of %.1f s)".formatted(cached / plain, cached / 1000, plain / 1000),
            cached / plain <= 0.6));
    double page = Boot.median(with, Boot::firstPage).toMillis();
    timed(
        new Figure(
            "first page after \"ready\"", "≤ 1 s", "%.2f s".formatted(page / 1000), page <= 1000));
  }

  private void photosOnS3() {
    LargeUploads uploads = LargeUploads.measure();
    double megabytes = uploads.growth() / 1e6;
    timed(
        new Figure(
            "heap that eight uploads of 20 MB to S3 at once take",
            "< 32 MB",
            "%.0f MB".formatted(megabytes),
            megabytes < 32));
    timed(
        new Figure(
            "an upload of 20 MB to S3, of its parts alone (renditions, puts by the SDK)",
            "≤ 1.3",
            "%.2f (%.2f s of %.2f s)"
                .formatted(uploads.ratio(), uploads.seconds(), uploads.partsSeconds()),
            uploads.ratio() <= 1.3));
  }

  private void links() {
    LinkRates rates = LinkRates.measure();
    timed(
        new Figure(
            "presigned links a second, by one thread",
            "≥ 10,000",
            "%,.0f (the site's own: %,.0f)".formatted(rates.presigned(), rates.site()),
            rates.presigned() >= 10_000));
    timed(
        new Figure(
            "CloudFront's signatures a second, by one thread",
            "for comparison",
            "%,.0f by ECDSA, %,.0f by RSA".formatted(rates.elliptic(), rates.rsa()),
            true));
    PrivatePage page = PrivatePage.measure(7);
    timed(
        new Figure(
            "a page of ten private photos behind CloudFront, of the throughput of ten public ones",
            "≥ 0.9",
            "%.2f (%.2f to %.2f in 7 pairs)"
                .formatted(page.ratio(), page.leastRatio(), page.mostRatio()),
            page.ratio() >= 0.9));
  }

  private void fleetOn(String store) {
    try (Fleet fleet =
        Fleet.startAsShipped(Map.of("SNAPFLEET_SESSIONS", store), INSTANCES, "--level", "1")) {
      if (store.equals("memcached")) {
        cost(fleet);
      }
      counted(() -> spray(fleet, store));
      counted(() -> race(fleet, store));
      counted(() -> kill(fleet, store));
      if (store.equals("memcached")) {
        counted(() -> retry(fleet));
      }
    }
  }

  private static Figure spray(Fleet fleet, String store) {
    Spray spray = Spray.run(fleet.addresses(), 1000, 50_000);
    return new Figure(
        store + ": 1,000 people sprayed over 3 instances",
        "0 wrong, 0 signed out of 50,000",
        "%d wrong, %d signed out, %d without answer of %,d"
            .formatted(
                spray.wrongIdentities(), spray.signOuts(), spray.withoutAnswer(), spray.requests()),
        spray.isFlawless());
  }

  private static Figure race(Fleet fleet, String store) {
    SignOutRace race = SignOutRace.run(fleet.addresses(), 100);
    return new Figure(
        store + ": 100 sign-outs racing requests elsewhere",
        "0 signed in after the answer, all told; ≥ 2,000 requests",
        "%d of %,d after it, %d without answer (%,d requests in all, %,d signed in before)"
            .formatted(
                race.stillSignedIn(), race.after(), race.missing(), race.racing(), race.before()),
        race.stillSignedIn() + race.missing() == 0 && race.racing() >= 2000);
  }

  private static Figure kill(Fleet fleet, String store) {
    KilledUnderLoad killed = KilledUnderLoad.run(fleet, 1, Duration.ofSeconds(20));
    fleet.startAgain(fleet.instances().get(1));
    return new Figure(
        store + ": kill -9 of one of three under load",
        "errors only on it, 0 signed out, 0 uploads lost",
        "%d on it, %d elsewhere, %d signed out, %d of %d uploads lost (%,d requests)"
            .formatted(
                killed.failedOnIt(),
                killed.failedElsewhere(),
                killed.signOuts(),
                killed.lost(),
                killed.uploads(),
                killed.requests()),
        killed.isHarmless());
  }

  private static Figure retry(Fleet fleet) {
    RetriedUpload retried = RetriedUpload.run(fleet, 6);
    return new Figure(
        "uploads sent again after their instance was killed",
        "stored once each",
        "%d of %d (%d had been answered)"
            .formatted(retried.storedOnce(), retried.uploads(), retried.answeredBefore()),
        retried.storedOnce() == retried.uploads());
  }

  private void cost(Fleet fleet) {
    SessionCost cost = SessionCost.measure(fleet.addresses().get(0), 7);
    timed(
        new Figure(
            "memcached: front page signed in, of the anonymous one's throughput",
            "≥ 0.8",
            "%.2f (%.2f to %.2f in 7 pairs)"
                .formatted(cost.ratio(), cost.leastRatio(), cost.mostRatio()),
            cost.ratio() >= 0.8));
  }
}
