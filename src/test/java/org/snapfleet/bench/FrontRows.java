package org.snapfleet.bench;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.snapfleet.bench.Turns.Pace;
import org.snapfleet.inside.ManyPhotos;
import org.snapfleet.site.MariaDbServer;
import org.snapfleet.site.MemcachedServer;

/** The front page's throughput, as a part of that of a servlet of one line in the same server. */
final class FrontRows {
  private static final int MILLION = 1_000_000;
  private static final ManyPhotos TEN = new ManyPhotos(10, 10);

  private final Table table;
  private final Pace pace;

  FrontRows(Table table, Pace pace) {
    this.table = table;
    this.pace = pace;
  }

  static void print(Table table) {
    new FrontRows(table, Pace.FULL).print();
    FreshRows.print(table);
    MariaDbServer.closeShared();
  }

  void print() {
    try (MemcachedServer memcached = new MemcachedServer();
        FrontSite cached =
            new FrontSite(
                "front_cached",
                TEN,
                options ->
                    options
                        .key("snapfleet.cache", "memcached")
                        .key("snapfleet.sessions", "memcached")
                        .key(
                            "snapfleet.memcached.servers",
                            "127.0.0.1:" + memcached.address().port()));
        FrontSite ten = new FrontSite("front_ten", TEN, options -> options);
        FrontSite million =
            new FrontSite("front_million", new ManyPhotos(MILLION, MILLION), options -> options);
        FrontSite hidden =
            new FrontSite("front_hidden", new ManyPhotos(MILLION, 10), options -> options)) {
      cached(cached);
      many(ten, million, hidden); // before the one with ten is asked for anything else: as warm
      uncached(ten);
      memory(List.of(cached, ten, million, hidden));
    }
  }

  private void cached(FrontSite site) {
    String member = site.signedIn();
    Turns turns =
        new Turns(pace)
            .with("line", site.plain())
            .with("page", site.page())
            .with("unchanged", site.page(), site::unchanged)
            .with("member", site.page(), () -> member)
            .run();
    String line = "of one line's %,.0f a second".formatted(turns.rate("line"));
    atLeast(0.5, "front page, cached in Memcached, " + line, turns.rate("page", "line"));
    atLeast(0.7, "the same, unchanged (304), " + line, turns.rate("unchanged", "line"));
    atLeast(
        0.3, "the same, signed in, sessions in Memcached, " + line, turns.rate("member", "line"));
  }

  private void uncached(FrontSite site) {
    Turns turns = new Turns(pace).with("line", site.plain()).with("page", site.page()).run();
    String line = "of one line's %,.0f a second".formatted(turns.rate("line"));
    atLeast(0.2, "front page, not cached, " + line, turns.rate("page", "line"));
  }

  private void many(FrontSite ten, FrontSite million, FrontSite hidden) {
    Turns turns =
        new Turns(pace)
            .with("ten", ten.page())
            .with("million", million.page())
            .with("hidden", hidden.page())
            .run();
    for (String many : List.of("million", "hidden")) {
      String what =
          many.equals("million") ? "1,000,000 photos" : "10 photos and 999,990 private ones";
      Share slowest = turns.slowest(many, "ten");
      atLeast(0.9, what + ", not cached, of the throughput with 10", turns.rate(many, "ten"));
      table.timed(
          new Figure(
              what + ", not cached, of the slowest hundredth with 10",
              "≤ 1.5",
              slowest.toString(),
              slowest.median() <= 1.5));
    }
  }

  private void memory(List<FrontSite> sites) {
    GarbageLog worst = logs(sites).max(Comparator.comparingDouble(GarbageLog::share)).orElseThrow();
    long full = logs(sites).mapToLong(GarbageLog::full).sum();
    table.timed(
        new Figure(
            "time in collection of an instance with -Xmx256m, through all of this",
            "< 5 %, no full one",
            "%.1f %% at most, %d full ones".formatted(worst.share() * 100, full),
            worst.share() < 0.05 && full == 0));
  }

  private static Stream<GarbageLog> logs(List<FrontSite> sites) {
    return sites.stream().map(FrontSite::collections);
  }

  private void atLeast(double aim, String what, Share share) {
    table.timed(new Figure(what, "≥ " + aim, share.toString(), share.median() >= aim));
  }
}
