package org.snapfleet.bench;

import java.time.Duration;
import java.util.Map;
import org.snapfleet.raffle.MillionDraw;
import org.snapfleet.raffle.StorePace;
import org.snapfleet.raffle.Uniformity;
import org.snapfleet.site.DynamoServer;
import org.snapfleet.site.Fleet;
import org.snapfleet.site.MariaDbServer;

/** The raffle: the hall's burst, registrations beside bare writes, and the draw. */
final class RaffleRows {
  private static final int PEOPLE = 10_000;
  private static final int SUBMISSIONS = 12_000;
  private static final int CONNECTIONS = 200;
  private static final int MILLION = 1_000_000;
  private static final int DRAWS = 10_000;

  private RaffleRows() {}

  static void print(Table table) {
    uniformity(table);
    million(table);
    paces(table);
    burst("database", table);
    burst("dynamodb", table);
    MariaDbServer.closeShared();
  }

  private static void uniformity(Table table) {
    Uniformity seen = Uniformity.of(DRAWS);
    table.counted(
        new Figure(
            "chi-square of 10,000 draws of 10 from 1,000: who is first, who wins",
            "< %.0f (0.001)".formatted(seen.bound()),
            "%.0f, %.0f".formatted(seen.first(), seen.among()),
            seen.isGiven()));
  }

  private static void million(Table table) {
    MillionDraw draw =
        MillionDraw.run(MariaDbServer.shared().create("raffle_bench"), MILLION, "64m", true);
    table.counted(
        new Figure(
            "1,000,000 entries in MariaDB, sealed and drawn from within 64 MB of heap",
            "10 winners",
            "%d winners (sealed in %.1f s, drawn in %.1f s)"
                .formatted(draw.winners(), seconds(draw.sealing()), seconds(draw.drawing())),
            draw.winners() == 10 && draw.entries() == MILLION));
  }

  private static void paces(Table table) {
    pace("MariaDB, of bare inserts", StorePace.onMariaDb(MariaDbServer.shared()), table);
    pace("MariaDB, by HTTP at one instance, of bare inserts", RafflePace.measure(), table);
    try (DynamoServer server = new DynamoServer()) {
      pace("DynamoDBLocal, of bare conditional puts", StorePace.onDynamoDb(server), table);
    }
  }

  private static void pace(String what, StorePace pace, Table table) {
    Share share = Share.of(pace.registrations(), pace.bare());
    table.timed(
        new Figure(
            "registrations a second, %s (%,.0f a second)"
                .formatted(what, Share.median(pace.bare())),
            "≥ 0.5",
            share.toString(),
            share.median() >= 0.5));
    double tail = pace.slowest() / pace.median();
    table.timed(
        new Figure(
            "at half of that, %s: the slowest hundredth, of the median".formatted(what),
            "≤ 10",
            "%.1f (%.1f ms of %.1f ms)".formatted(tail, pace.slowest(), pace.median()),
            tail <= 10));
  }

  private static void burst(String store, Table table) {
    try (Fleet fleet =
        Fleet.startAsShipped(Map.of("SNAPFLEET_RAFFLE_STORE", store), 3, "--level", "1")) {
      RaffleBurst burst = RaffleBurst.run(fleet, PEOPLE, SUBMISSIONS, CONNECTIONS);
      table.counted(
          new Figure(
              "entries of 12,000 submissions by 10,000 people, one instance killed, one drained, "
                  + store,
              "10,000",
              "%,d, none missing: %b (%.0f s, %,d tries)"
                  .formatted(
                      burst.entries(), burst.isExact(), seconds(burst.took()), burst.tries()),
              burst.isExact()));
    }
  }

  private static double seconds(Duration time) {
    return time.toMillis() / 1e3;
  }
}
