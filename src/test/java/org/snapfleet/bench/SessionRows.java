package org.snapfleet.bench;

import java.time.Duration;
import java.util.Map;
import org.snapfleet.site.Fleet;

/** Sessions on a fleet of three instances, with each of the stores. */
final class SessionRows {
  private static final int INSTANCES = 3;

  private SessionRows() {}

  static void print(String store, Table table) {
    try (Fleet fleet =
        Fleet.startAsShipped(Map.of("SNAPFLEET_SESSIONS", store), INSTANCES, "--level", "1")) {
      if (store.equals("memcached")) {
        cost(fleet, table);
      }
      table.counted(spray(fleet, store));
      table.counted(race(fleet, store));
      table.counted(kill(fleet, store));
      if (store.equals("memcached")) {
        table.counted(retry(fleet));
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

  private static void cost(Fleet fleet, Table table) {
    SessionCost cost = SessionCost.measure(fleet.addresses().get(0), 7);
    table.timed(
        new Figure(
            "memcached: front page signed in, of the anonymous one's throughput",
            "≥ 0.8",
            "%.2f (%.2f to %.2f in 7 pairs)"
                .formatted(cost.ratio(), cost.leastRatio(), cost.mostRatio()),
            cost.ratio() >= 0.8));
  }
}
