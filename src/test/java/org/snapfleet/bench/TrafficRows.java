package org.snapfleet.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.snapfleet.bench.Turns.Pace;
import org.snapfleet.inside.ManyPhotos;
import org.snapfleet.site.Fleet;
import org.snapfleet.site.KinesisLocal;
import org.snapfleet.site.MariaDbServer;
import org.snapfleet.site.MemcachedServer;
import org.snapfleet.site.SiteOptions;

/** What it costs to record requests, and whether all are counted. */
final class TrafficRows {
  private static final ManyPhotos TEN = new ManyPhotos(10, 10);
  private static final int ADDRESSES = 8;
  private static final int EACH = 25_000;

  /** What recording may cost: a twentieth of the front page's throughput. */
  private static final double LEAST = 0.95;

  private static final double MOST = 1.05;

  private final Table table;
  private final Pace pace;

  TrafficRows(Table table, Pace pace) {
    this.table = table;
    this.pace = pace;
  }

  static void print(Table table) {
    TrafficRows rows = new TrafficRows(table, Pace.FULL);
    rows.cost();
    rows.count();
    rows.countByFlink();
  }

  /** The ways of recording, by the value of {@code snapfleet.traffic}, and what each needs. */
  private static Map<String, UnaryOperator<SiteOptions>> ways() {
    Map<String, UnaryOperator<SiteOptions>> ways = new LinkedHashMap<>();
    ways.put("database", options -> options);
    return ways;
  }

  /**
   * kinesis-local is on the same processors, which on AWS it is not: so the site's own share too.
   */
  private void costOnKinesis() {
    try (KinesisLocal kinesis = new KinesisLocal()) {
      cost("kinesis", kinesis::tell);
    }
  }

  void cost() {
    ways().forEach(this::cost);
    costOnKinesis();
    MariaDbServer.closeShared();
  }

  private void cost(String way, UnaryOperator<SiteOptions> more) {
    try (MemcachedServer memcached = new MemcachedServer();
        FrontSite off = site("off", memcached, UnaryOperator.identity());
        FrontSite on = site(way, memcached, more)) {
      Turns turns =
          new Turns(pace)
              .watched("off", off.page(), off::processorTime)
              .watched("on", on.page(), on::processorTime)
              .run();
      Share share = turns.rate("on", "off");
      table.timed(
          new Figure(
              "front page, cached in Memcached, recorded (%s), of %,.0f a second not recorded"
                  .formatted(way, turns.rate("off")),
              "≥ " + LEAST,
              share.toString(),
              share.median() >= LEAST));
      Share own = turns.processorTime("on", "off");
      table.timed(
          new Figure(
              "the site's own processor time for it, recorded (%s), of that not recorded"
                  .formatted(way),
              "≤ " + MOST,
              own.toString(),
              own.median() <= MOST));
    }
  }

  private static FrontSite site(
      String way, MemcachedServer memcached, UnaryOperator<SiteOptions> more) {
    return new FrontSite(
        "traffic_" + way,
        TEN,
        options ->
            more.apply(
                options
                    .key("snapfleet.traffic", way)
                    .key("snapfleet.cache", "memcached")
                    .key("snapfleet.sessions", "memcached")
                    .key(
                        "snapfleet.memcached.servers", "127.0.0.1:" + memcached.address().port())));
  }

  void count() {
    Map<String, String> settings = Map.of("SNAPFLEET_DRAIN", "3s");
    try (Fleet fleet = Fleet.startAsShipped(settings, 3, "--level", "1")) {
      counted(
          "of %,d requests from %d addresses on 3 instances, in windows + drops",
          CountedTraffic.run(fleet.balancer(), fleet.tables(), ADDRESSES, EACH, () -> {}));
      counted(
          "of %,d more from %d, an instance ended by SIGTERM meanwhile, in windows + drops",
          CountedTraffic.run(
              fleet.balancer(),
              fleet.tables(),
              ADDRESSES,
              EACH / 5,
              () -> fleet.terminate(fleet.instances().get(1))));
    }
  }

  void countByFlink() {
    try (Fleet fleet = Fleet.startAsShipped(FlinkFleet.SETTINGS, 3, "--level", "6")) {
      counted(
          "of %,d requests from %d addresses on 3 instances, by stream and Flink, in windows + drops",
          CountedTraffic.run(fleet.balancer(), fleet.tables(), ADDRESSES, EACH, () -> {}));
      counted(
          "of %,d more from %d, an instance ended by SIGTERM and Flink killed and started meanwhile",
          CountedTraffic.run(
              fleet.balancer(),
              fleet.tables(),
              ADDRESSES,
              EACH / 5,
              () -> FlinkFleet.trouble(fleet)));
    }
  }

  private void counted(String what, CountedTraffic traffic) {
    table.counted(
        new Figure(
            what.formatted(traffic.sent(), ADDRESSES),
            "all, exactly",
            "%,d + %,d, %d not answered well"
                .formatted(traffic.inWindows(), traffic.dropped(), traffic.bad()),
            traffic.isExact()));
  }
}
