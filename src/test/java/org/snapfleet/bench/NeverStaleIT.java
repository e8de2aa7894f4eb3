package org.snapfleet.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.snapfleet.bench.Freshness.Load;
import org.snapfleet.site.Await;
import org.snapfleet.site.Multipart;
import org.snapfleet.site.Pictures;

/** The front page's cache on two instances: fast, and never older than the last change. */
@Tag("alone")
@Tag("mariadb")
@Tag("memcached")
@Timeout(300)
class NeverStaleIT {
  private static final Duration NONE = Duration.ZERO;

  private static CachedSites sites;

  @BeforeAll
  static void start() {
    sites = new CachedSites("fresh", 2, "memcached", 2, options -> options);
  }

  @AfterAll
  static void close() {
    if (sites != null) {
      sites.close();
    }
  }

  @Test
  void nobodyMissesAnAcknowledgedChangeWhateverBefallsTheCache() {
    Freshness seen =
        Freshness.of(
            sites.addresses(), new Load(16, 4, 5_000, Duration.ofMillis(20)), sites.cache());

    assertNothingMissed(seen);
    assertThat(seen.reads()).isGreaterThan(4_900);
    assertThat(seen.changes()).as("changes, with %s", seen.unrest()).isGreaterThan(30);
    assertThat(seen.unanswered()).as("%s %s", seen.unrest(), Caller.troubles()).isLessThan(50);
  }

  @Test
  void aThousandReadersAfterAnUploadCostAHandfulOfQueries() {
    List<URI> addresses = sites.addresses();
    Await.until(
        "the cache is used, after whatever befell it before",
        Duration.ofMinutes(1),
        () -> addresses.stream().allMatch(NeverStaleIT::isReadFromTheCache));
    try (ListQueries queries = sites.countListQueries()) {
      sites
          .first()
          .signedIn("herald")
          .upload(
              new Multipart().field("caption", "The news").file("news.jpg", Pictures.jpeg(8, 8)))
          .expect(201);
      Crew.work(
          32,
          1_000,
          i -> assertThat(Caller.get(addresses.get(i % 2), "/", "").body()).contains("The news"));

      assertThat(queries.soFar()).isBetween(1, 10);
    }
  }

  @Test
  void withoutTheCacheTheDatabaseSeesAFewQueriesOfAllTheTraffic() {
    sites.cache().forEach(CacheNode::kill);
    try (ListQueries queries = sites.countListQueries()) {
      long begun = System.nanoTime();
      Freshness seen = Freshness.of(sites.addresses(), new Load(64, 2, 2_000, NONE), List.of());
      double seconds = (System.nanoTime() - begun) / 1e9;

      assertNothingMissed(seen);
      assertThat(seen.unanswered()).as("%s", Caller.troubles()).isZero();
      assertThat(seen.reads() / seconds).as("requests a second").isGreaterThan(100);
      assertThat(queries.soFar() / seconds).as("queries a second, of both").isBetween(0.5, 20.0);
    } finally {
      sites.cache().forEach(CacheNode::start);
    }
  }

  private static boolean isReadFromTheCache(URI instance) {
    return Caller.get(instance, "/", "").body().contains("read from the cache");
  }

  private static void assertNothingMissed(Freshness seen) {
    assertThat(seen.stale().stream().limit(3))
        .as("the first of %d stale lists of %d", seen.stale().size(), seen.reads())
        .isEmpty();
  }
}
