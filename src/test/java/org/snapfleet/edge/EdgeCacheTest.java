package org.snapfleet.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EdgeCacheTest {
  private static final long SECOND = 1_000_000_000;

  private final EdgeCache cache = new EdgeCache();

  private static EdgeCache.Kept kept(int bytes, long fresh) {
    return new EdgeCache.Kept(Map.of(), new byte[bytes], 0, fresh);
  }

  @Test
  void anAnswerIsKeptWhileItIsFresh() {
    cache.keep("/a", kept(1, 10), cache.invalidations());

    assertThat(cache.find("/a", 9 * SECOND)).isPresent();
    assertThat(cache.find("/a", 10 * SECOND)).isEmpty();
    assertThat(cache.find("/b", 0)).isEmpty();
  }

  @Test
  void itsMemoryHasABound() {
    for (int i = 0; i < 20; i++) {
      cache.keep("/" + i, kept(8 << 20, 10), cache.invalidations());
      cache.find("/0", 0);
    }

    assertThat(cache.find("/0", 0)).as("the one that is used").isPresent();
    assertThat(cache.find("/19", 0)).isPresent();
    assertThat(cache.find("/1", 0)).isEmpty();
  }

  @Test
  void whatIsInvalidatedIsGoneAlsoWhileItIsOnItsWay() {
    cache.keep("/media/a-large.jpg", kept(1, 10), cache.invalidations());
    cache.keep("/media/b-large.jpg", kept(1, 10), cache.invalidations());
    long seen = cache.invalidations();

    cache.invalidate("/media/a*");
    cache.keep("/media/a-large.jpg", kept(1, 10), seen);

    assertThat(cache.find("/media/a-large.jpg", 0)).isEmpty();
    assertThat(cache.find("/media/b-large.jpg", 0)).isPresent();
    cache.invalidate("/media/b-large.jpg");
    assertThat(cache.find("/media/b-large.jpg", 0)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "200, Cache-Control, 'public, max-age=60', 60",
    "200, Cache-Control, 'public, max-age=60, s-maxage=5', 5",
    "200, Cache-Control, 'private, max-age=60', 0",
    "200, Cache-Control, 'max-age=60, no-store', 0",
    "200, Cache-Control, 'No-Cache, max-age=60', 0",
    "404, Cache-Control, 'public, max-age=60', 0",
    "206, Cache-Control, 'public, max-age=60', 0",
    "200, X, '', 0",
  })
  void onlyWhatIsForEveryoneIsKept(int status, String header, String value, long seconds) {
    assertThat(Freshness.seconds(answer(status, Map.of(header, List.of(value)))))
        .isEqualTo(seconds);
  }

  @Test
  void whatIsForOneVisitorIsNotKept() {
    List<String> sixty = List.of("public, max-age=60");

    assertThat(
            Freshness.seconds(
                answer(200, Map.of("cache-control", sixty, "set-cookie", List.of("a=b")))))
        .isZero();
    assertThat(
            Freshness.seconds(
                answer(200, Map.of("cache-control", sixty, "vary", List.of("Cookie")))))
        .isZero();
  }

  private static Answer answer(int status, Map<String, List<String>> headers) {
    return new Answer(status, headers, InputStream.nullInputStream());
  }
}
