package org.snapfleet.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snapfleet.site.Answer;
import org.snapfleet.site.Browser;
import org.snapfleet.site.Names;
import org.snapfleet.site.Pictures;
import org.snapfleet.site.Site;
import org.snapfleet.site.Sites;

/** The page that most views are of: kept as it was rendered, and never older than what it shows. */
class FrontPageIT {
  private static final String SHARED = "public, no-cache";
  private static final String OWN = "private, no-cache";

  private final Site site = Sites.open();
  private final String name = Names.fresh("fröhlich");
  private final Browser owner = site.signedIn(name);

  private Answer seen(String... headers) {
    return site.browser().get("/", headers).expect(200);
  }

  private static String tag(Answer answer) {
    assertThat(answer.header("ETag")).matches("W/\"[\\w.=-]+\"");
    return answer.header("ETag");
  }

  private long rendered() {
    Matcher count =
        Pattern.compile("snapfleet_front_page_rendered_total\\{[^}]*} (\\d+)")
            .matcher(site.browser().get("/metrics").expect(200).text());
    assertThat(count.find()).isTrue();
    return Long.parseLong(count.group(1));
  }

  @Test
  void twoVisitorsGetTheSameBytesAndTheSecondCostsNoRendering() {
    Answer first = seen();
    long rendered = rendered();

    Answer second = seen("Cookie", "elsewhere=1", "User-Agent", "another");

    assertThat(second.bytes()).isEqualTo(first.bytes());
    assertThat(tag(second)).isEqualTo(tag(first));
    assertThat(second.text()).contains("Latest 10 photos read from the database", "Served by");
    assertThat(rendered()).isEqualTo(rendered);
  }

  @Test
  void whoHasThePageAlreadyIsToldSoWithoutIt() {
    String tag = tag(seen());
    long rendered = rendered();

    Answer known = site.browser().get("/", "If-None-Match", "\"other\", " + tag).expect(304);

    assertThat(known.bytes()).isEmpty();
    assertThat(tag(known)).isEqualTo(tag);
    assertThat(known.header("Cache-Control")).isEqualTo(SHARED);
    assertThat(known.header("Vary")).contains("Accept-Language", "Cookie");
    assertThat(known.header("Content-Security-Policy"))
        .as("the browser goes by what it has, RFC 9111, 3.2")
        .isEmpty();
    assertThat(rendered()).isEqualTo(rendered);
    seen("If-None-Match", "W/\"other\"");
  }

  @Test
  void headTellsWhatGetWould() {
    Answer get = seen();

    Answer head = site.browser().head("/").expect(200);

    assertThat(head.bytes()).isEmpty();
    for (String header : new String[] {"ETag", "Content-Length", "Content-Type", "Cache-Control"}) {
      assertThat(head.header(header)).as(header).isNotEmpty().isEqualTo(get.header(header));
    }
    site.browser().head("/", "If-None-Match", tag(get)).expect(304);
  }

  @Test
  void compressedItIsTheSamePage() throws IOException {
    Answer packed = seen("Accept-Encoding", "gzip");

    assertThat(packed.header("Content-Encoding")).isEqualTo("gzip");
    assertThat(packed.headers("Content-Length")).containsExactly("" + packed.bytes().length);
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed.bytes()))) {
      assertThat(in.readAllBytes()).isEqualTo(seen().bytes());
    }
  }

  @Test
  void everyChangeShowsAtOnceAndMakesAnotherPage() {
    String before = tag(seen());

    String id = owner.upload(Pictures.jpeg(40, 30), "the first caption");
    Answer uploaded = seen();
    owner
        .send("PATCH", "/api/photos/" + id, Browser.json(Map.of("caption", "the second one")))
        .expect(200);
    Answer captioned = seen("If-None-Match", tag(uploaded));
    owner.delete("/api/photos/" + id).expect(204);
    Answer deleted = seen("If-None-Match", tag(captioned));

    assertThat(uploaded.text()).contains("/photos/" + id, "the first caption");
    assertThat(captioned.text()).contains("the second one").doesNotContain("the first caption");
    assertThat(deleted.text()).doesNotContain("/photos/" + id);
    assertThat(tag(uploaded)).isNotEqualTo(before);
    assertThat(tag(captioned)).isNotEqualTo(tag(uploaded));
    assertThat(tag(deleted)).isEqualTo(before);
  }

  @Test
  void aPhotoThatIsHiddenOrGoesWithItsOwnerGoesFromThePage() {
    Site closed = Sites.password();
    Browser leaving = closed.browser();
    String leaver = Names.fresh("leaves");
    leaving.register(leaver, Cast.PASSWORD).expect(201);
    String hidden = leaving.upload(Pictures.jpeg(40, 30), "to be hidden");
    String shown = leaving.upload(Pictures.jpeg(40, 30), "to go");
    assertThat(closed.browser().get("/").text()).contains("/photos/" + hidden, "/photos/" + shown);

    leaving
        .send("PATCH", "/api/photos/" + hidden, Browser.json(Map.of("visibility", "private")))
        .expect(200);
    assertThat(closed.browser().get("/").text()).doesNotContain("/photos/" + hidden);
    assertThat(leaving.get("/").text()).doesNotContain("/photos/" + hidden);
    leaving.delete("/api/users/" + leaver).expect(204);

    assertThat(closed.browser().get("/").text()).doesNotContain("/photos/" + shown);
  }

  @Test
  void peopleNeverSeeEachOthersPage() {
    String otherName = Names.fresh("other");
    Browser other = site.signedIn(otherName);
    Answer anonymous = seen();

    Answer mine = owner.get("/").expect(200);
    Answer theirs = other.get("/").expect(200);

    assertThat(mine.text())
        .contains("href=\"/people/" + name + "\"", ">" + name + "</span>")
        .doesNotContain(otherName)
        .containsPattern("session [0-9a-f]{4,}");
    assertThat(theirs.text()).contains(">" + otherName + "</span>").doesNotContain(name);
    assertThat(anonymous.text()).doesNotContain("session ", name, otherName);
    assertThat(mine.header("Cache-Control")).isEqualTo(OWN);
    assertThat(anonymous.header("Cache-Control")).isEqualTo(SHARED);
    other.get("/", "If-None-Match", tag(mine)).expect(200);
    seen("If-None-Match", tag(mine));
    owner.get("/", "If-None-Match", tag(mine)).expect(304);
    owner.signIn(name, "");
    owner.get("/", "If-None-Match", tag(mine)).expect(200);
  }

  @Test
  void noMarkerIsEverShownToAnyone() {
    for (Browser browser : new Browser[] {site.browser(), owner, site.admin()}) {
      assertThat(browser.get("/").text()).doesNotContainPattern("slot[0-9a-f]{8}");
      assertThat(browser.get("/?before=x").text()).doesNotContainPattern("slot[0-9a-f]{8}");
    }
  }

  @Test
  void languagesNeverMix() {
    Answer english = seen("Accept-Language", "en");

    Answer chinese = seen("Accept-Language", "zh");

    assertThat(chinese.text()).contains("lang=\"zh").containsPattern("\\p{IsHan}");
    assertThat(english.text()).contains("lang=\"en\"");
    assertThat(tag(chinese)).isNotEqualTo(tag(english));
    assertThat(chinese.header("Content-Language")).isEqualTo("zh");
    assertThat(chinese.header("Vary")).contains("Accept-Language");
    seen("Accept-Language", "en", "If-None-Match", tag(chinese));
  }

  @Test
  void anAnswerWithACookieAndOneToACookieAreNeverShared() {
    Answer switched = site.browser().get("/?lang=zh").expect(200);
    Answer stranger = seen("Cookie", "session=" + "A".repeat(43));

    assertThat(switched.headers("Set-Cookie")).isNotEmpty();
    assertThat(switched.header("Cache-Control")).isEqualTo(OWN);
    assertThat(stranger.headers("Set-Cookie")).isEmpty();
    assertThat(stranger.header("Cache-Control")).isEqualTo(OWN);
  }

  @Test
  void theAddressesOnThePageAreOfTheSiteAsItWasAskedFor() {
    Answer one = seen("X-Forwarded-Host", "one.example", "X-Forwarded-Proto", "https");
    Answer two = seen("X-Forwarded-Host", "two.example");

    assertThat(one.text()).contains("href=\"https://one.example/\"").doesNotContain("two.example");
    assertThat(two.text()).contains("href=\"http://two.example/\"").doesNotContain("one.example");
    assertThat(tag(two)).isNotEqualTo(tag(one));
  }

  /** What a visitor may add to the address or to the request and nobody else may be shown. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/?x=marked",
        "/;marked",
        "/?jakarta.faces.ViewState=marked",
        "/?lang=marked",
        "/?before=ffffffff-ffff-7fff-bfff-ffffffffffff&jakarta.faces.ViewState=marked"
      })
  void whatOneAddsToTheAddressStaysWithThem(String path) {
    String host = Names.fresh("host") + ".example";
    site.browser().get(path, "Faces-Request", "partial/ajax", "X-Forwarded-Host", host);
    site.browser().get("/", "Faces-Request", "partial/ajax", "X-Forwarded-Host", host);

    String page = seen("X-Forwarded-Host", host).text();

    assertThat(page).doesNotContain("marked").startsWith("<!DOCTYPE html>").endsWith("</html>");
  }

  @Test
  void aFloodOfOtherHostsDoesNotMakeItRenderTheSitesOwnAnew() {
    seen();
    seen();
    for (int i = 0; i < 40; i++) {
      seen("X-Forwarded-Host", "made-up-" + i + ".example");
    }
    long rendered = rendered();

    seen();

    assertThat(rendered()).isEqualTo(rendered);
  }

  @Test
  void errorsAreNeverHeld() {
    assertThat(site.browser().get("/?before=x").expect(400).header("Cache-Control"))
        .isEqualTo("no-store");
  }

  @Test
  void otherPagesForEveryoneMayBeSharedToo() {
    String id = owner.upload(Pictures.jpeg(40, 30), "for everyone");
    String path = "/people/" + URLEncoder.encode(name, StandardCharsets.UTF_8);

    for (String page : new String[] {"/?before=" + id, "/photos/" + id, path, "/feed.atom"}) {
      assertThat(site.browser().get(page).expect(200).header("Cache-Control")).isEqualTo(SHARED);
      assertThat(owner.get(page).expect(200).header("Cache-Control")).isEqualTo(OWN);
    }
    for (String page : new String[] {"/login", "/api/session", "/api/photos"}) {
      assertThat(site.browser().get(page).header("Cache-Control")).isEqualTo(OWN);
    }
  }
}
