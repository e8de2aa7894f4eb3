package org.snapfleet.bench;

import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.snapfleet.bench.CountedTraffic.Senders;
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
  private static final Senders ALL = new Senders(8, 25_000, 5);
  private static final Senders MORE = new Senders(8, 5_000, 5);
  private static final int PARTS = 4;
  private static final Senders PART = new Senders(8, 25_000 / PARTS, 5);

  /** Of all; more would show that drops are counted, and little else. */
  private static final double FEW = 0.01;

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

  /**
   * One site that records nothing, and one for each way to record. kinesis-local is on the same
   * processors, which on AWS it is not: so the site's own share too.
   */
  void cost() {
    try (MemcachedServer memcached = new MemcachedServer();
        KinesisLocal kinesis = new KinesisLocal();
        FrontSite off = site("off", memcached, UnaryOperator.identity());
        FrontSite counting = site("database", memcached, UnaryOperator.identity());
        FrontSite sending = site("kinesis", memcached, kinesis::tell)) {
      Turns turns =
          new Turns(pace)
              .watched("off", off.page(), off::processorTime)
              .watched("database", counting.page(), counting::processorTime)
              .watched("kinesis", sending.page(), sending::processorTime)
              .run();
      cost("database", turns);
      cost("kinesis", turns);
    }
    MariaDbServer.closeShared();
  }

  private void cost(String way, Turns turns) {
    Share share = turns.rate(way, "off");
    table.timed(
        new Figure(
            "front page, cached in Memcached, recorded (%s), of %,.0f a second not recorded"
                .formatted(way, turns.rate("off")),
            "≥ " + LEAST,
            share.toString(),
            share.median() >= LEAST));
    Share own = turns.processorTime(way, "off");
    table.timed(
        new Figure(
            "the site's own processor time for it, recorded (%s), of that not recorded"
                .formatted(way),
            "≤ " + MOST,
            own.toString(),
            own.median() <= MOST));
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
          count(fleet, ALL, () -> {}));
      counted(
          "of %,d more from %d, an instance ended by SIGTERM meanwhile, in windows + drops",
          count(fleet, MORE, () -> fleet.terminate(fleet.instances().get(1))));
    }
  }

  /**
   * At a pace that kinesis-local can follow, in parts, each with a stream of its own: for each
   * record that it takes it looks at all that the shard has, and is at the end of its strength at
   * 80,000.
   */
  void countByFlink() {
    Map<String, String> settings = new HashMap<>(FlinkFleet.SETTINGS);
    settings.put("SNAPFLEET_LATENCY", "100ms"); // so each connection asks ten times a second
    settings.put("SNAPFLEET_FLEET_SHARDS", "64");
    try (Fleet fleet = Fleet.startAsShipped(settings, 3, "--level", "6")) {
      CountedTraffic all = count(fleet, PART, () -> {});
      for (int part = 1; part < PARTS; part++) {
        FlinkFleet.emptyStream(fleet);
        all = all.plus(count(fleet, PART, () -> {}));
      }
      counted(
          "of %,d requests from %d addresses on 3 instances, by stream and Flink, in windows + drops",
          all);
      FlinkFleet.emptyStream(fleet);
      counted(
          "of %,d more from %d, an instance ended by SIGTERM and Flink killed and started meanwhile",
          count(fleet, MORE, () -> FlinkFleet.trouble(fleet)));
    }
  }

  private static CountedTraffic count(Fleet fleet, Senders senders, Runnable meanwhile) {
    return CountedTraffic.run(fleet.balancer(), fleet.tables(), senders, meanwhile);
  }

  private void counted(String what, CountedTraffic traffic) {
    table.counted(
        new Figure(
            what.formatted(traffic.sent(), ALL.addresses()),
            "all, exactly, hardly any of them drops",
            "%,d + %,d, %d not answered well"
                .formatted(traffic.inWindows(), traffic.dropped(), traffic.bad()),
            traffic.isExact() && traffic.dropped() <= traffic.sent() * FEW));
  }
}
