package org.snapfleet.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snapfleet.site.Answer;
import org.snapfleet.site.Browser;
import org.snapfleet.site.Names;
import org.snapfleet.site.Pictures;
import org.snapfleet.site.Site;
import org.snapfleet.site.Sites;

/** Photos' bytes, as caches, resuming downloads and scrubbing players ask for them. */
class MediaIT {
  private final Site site = Sites.open();
  private final Browser visitor = site.browser();
  private final Browser owner = site.signedIn(Names.fresh("media"));
  private final JsonNode links =
      site.browser()
          .get("/api/photos/" + owner.upload(Pictures.jpeg(640, 480), "media"))
          .json()
          .get("links");
  private final String original = links.get("original").asText();
  private final byte[] whole = visitor.get(original).expect(200).bytes();

  @ParameterizedTest
  @ValueSource(strings = {"original", "large", "thumbnail"})
  void bytesMayBeKeptForEverAndAreWhatTheySayTheyAre(String rendition) {
    Answer answer = visitor.get(links.get(rendition).asText()).expect(200);

    assertThat(answer.header("Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
    assertThat(answer.header("ETag")).startsWith("\"").endsWith("\"");
    assertThat(answer.header("Content-Type")).isEqualTo("image/jpeg");
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(answer.header("Accept-Ranges")).isEqualTo("bytes");
    assertThat(answer.header("Content-Length")).isEqualTo(Integer.toString(answer.bytes().length));
    assertThat(answer.headers("Set-Cookie")).isEmpty();
    assertThat(answer.header("Vary")).doesNotContain("Cookie");
  }

  @Test
  void twoRenditionsHaveTwoTags() {
    assertThat(visitor.head(original).header("ETag"))
        .isNotEqualTo(visitor.head(links.get("large").asText()).header("ETag"));
  }

  @Test
  void whoHasTheBytesIsToldSo() {
    String etag = visitor.get(original).header("ETag");

    for (String known : new String[] {etag, "W/" + etag, "\"other\", " + etag, "*"}) {
      Answer answer = visitor.get(original, "If-None-Match", known).expect(304);
      assertThat(answer.bytes()).isEmpty();
      assertThat(answer.header("ETag")).isEqualTo(etag);
    }
    visitor.get(original, "If-None-Match", "\"other\"").expect(200);
  }

  @Test
  void headTellsTheSameWithoutTheBytes() {
    Answer answer = visitor.head(original).expect(200);

    assertThat(answer.bytes()).isEmpty();
    assertThat(answer.header("Content-Length")).isEqualTo(Integer.toString(whole.length));
    assertThat(answer.header("Content-Type")).isEqualTo("image/jpeg");
  }

  static Stream<int[]> ranges() {
    return Stream.of(new int[] {0, 0}, new int[] {0, 99}, new int[] {100, 199}, new int[] {5, 5});
  }

  @ParameterizedTest
  @MethodSource("ranges")
  void aPartIsThatPart(int[] range) {
    Answer answer =
        visitor.get(original, "Range", "bytes=%d-%d".formatted(range[0], range[1])).expect(206);

    assertThat(answer.bytes()).isEqualTo(Arrays.copyOfRange(whole, range[0], range[1] + 1));
    assertThat(answer.header("Content-Range"))
        .isEqualTo("bytes %d-%d/%d".formatted(range[0], range[1], whole.length));
  }

  @Test
  void openAndSuffixRangesReachTheEnd() {
    int n = whole.length;

    assertThat(visitor.get(original, "Range", "bytes=10-").expect(206).bytes())
        .isEqualTo(Arrays.copyOfRange(whole, 10, n));
    assertThat(visitor.get(original, "Range", "bytes=-10").expect(206).bytes())
        .isEqualTo(Arrays.copyOfRange(whole, n - 10, n));
    assertThat(visitor.get(original, "Range", "bytes=0-999999999").expect(206).bytes())
        .isEqualTo(whole);
  }

  @Test
  void aPartBeyondTheEndIsRefusedWithTheSize() {
    Answer answer = visitor.get(original, "Range", "bytes=%d-".formatted(whole.length));

    answer.expectProblem(416);
    assertThat(answer.header("Content-Range")).isEqualTo("bytes */" + whole.length);
    assertThat(answer.header("Cache-Control")).doesNotContain("immutable");
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=x-y", "lines=1-2", "bytes=5-2", "bytes=0-1,3-4", "bytes=-"})
  void aRangeThatIsNoneIsTheWhole(String range) {
    assertThat(visitor.get(original, "Range", range).expect(200).bytes()).isEqualTo(whole);
  }

  @Test
  void aPartOfOtherBytesIsTheWholeInstead() {
    String etag = visitor.head(original).header("ETag");

    visitor.get(original, "Range", "bytes=0-9", "If-Range", etag).expect(206);
    assertThat(visitor.get(original, "Range", "bytes=0-9", "If-Range", "\"x\"").expect(200).bytes())
        .isEqualTo(whole);
  }

  @ParameterizedTest
  @ValueSource(strings = {"..%2f..%2flog", "%2e%2e/%2e%2e/log", ".snapfleet-photos", "a/b", "%00"})
  void nothingElseIsReachedThroughMedia(String key) {
    assertThat(visitor.get("/media/" + key).status()).isIn(400, 404);
  }

  /** An edge and the site must not read one address in two ways. */
  @Test
  void aKeyHasOneSpelling() {
    String path = URI.create(original).getRawPath();

    for (String other :
        new String[] {
          path.replace(".jpg", "%2Ejpg"),
          path.replace("/media/", "/media/x/../"),
          path.replace("/media/", "/media/%2E/"),
          path + ";x=1",
          path + "%20",
          path + "/"
        }) {
      assertThat(visitor.get(other).status()).as(other).isIn(400, 404);
    }
  }
}
