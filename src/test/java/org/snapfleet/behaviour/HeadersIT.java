package org.snapfleet.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.HttpCookie;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snapfleet.site.Answer;
import org.snapfleet.site.Browser;
import org.snapfleet.site.Multipart;
import org.snapfleet.site.Names;
import org.snapfleet.site.Pictures;
import org.snapfleet.site.Site;
import org.snapfleet.site.Sites;
import org.snapfleet.site.Stored;

/** What protects people in their browsers. */
class HeadersIT {
  private final Site site = Sites.open();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/login",
        "/nothing",
        "/api/session",
        "/api/nothing",
        "/feed.atom",
        "/media/x"
      })
  void everyAnswerCarriesTheProtection(String path) {
    Answer answer = site.browser().get(path);

    assertThat(answer.header("Content-Security-Policy"))
        .contains("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'")
        .doesNotContain("unsafe-");
    assertThat(answer.header("Referrer-Policy")).isNotBlank();
    assertThat(answer.header("Permissions-Policy")).contains("geolocation=()");
    assertThat(answer.headers("Content-Security-Policy")).hasSize(1);
    assertThat(answer.header("Server")).isEmpty();
    assertThat(answer.header("X-Powered-By")).isEmpty();
  }

  @Test
  void underHttpsBrowsersAreToldToStayThereAndCookiesToo() {
    Browser secure = site.browser().with("X-Forwarded-Proto", "https");

    Answer answer = secure.trySignIn(Names.fresh("secure"), "").expect(200);

    assertThat(answer.header("Strict-Transport-Security")).contains("max-age=31536000");
    assertThat(answer.headers("Set-Cookie"))
        .isNotEmpty()
        .allMatch(c -> c.startsWith("__Host-") && c.contains("Secure") && c.contains("Path=/"));
    assertThat(site.browser().get("/").header("Strict-Transport-Security")).isEmpty();
  }

  @Test
  void scriptsAndOtherSitesNeverSeeTheSessionsCookie() {
    Answer answer = site.browser().trySignIn(Names.fresh("cookie"), "").expect(200);

    assertThat(answer.headers("Set-Cookie"))
        .isNotEmpty()
        .allMatch(cookie -> cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"));
  }

  @Test
  void aVisitorWhoDoesNotSignInGetsNoCookie() {
    assertThat(site.browser().get("/").headers("Set-Cookie")).isEmpty();
    assertThat(site.browser().get("/login").headers("Set-Cookie")).isEmpty();
  }

  @Test
  void thePageShowsAFingerprintAndNeverTheSessionsId() {
    Browser browser = site.signedIn(Names.fresh("finger"));

    String page = browser.get("/").text();

    assertThat(page).containsPattern("session [0-9a-f]{4,}");
    for (HttpCookie cookie : browser.cookies()) {
      assertThat(page).doesNotContain(cookie.getValue());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Sec-Fetch-Site, cross-site",
    "Sec-Fetch-Site, same-site",
    "Origin, https://evil.example",
    "Origin, null"
  })
  void whatAnotherSiteMakesABrowserSendIsRefused(String header, String value) {
    Browser browser = site.signedIn(Names.fresh("crossed"));
    String id = browser.upload(Pictures.jpeg(), "stays");
    Stored before = site.stored();

    browser
        .upload(new Multipart().file("a.jpg", Pictures.jpeg()), header, value)
        .expectProblem(403, "another site");
    browser.form("/photos/" + id + "/delete", Map.of(), header, value).expect(403);
    browser.form("/logout", Map.of(), header, value).expect(403);
    site.browser().form("/login", Map.of("username", "x"), header, value).expect(403);

    assertThat(site.stored()).isEqualTo(before);
    assertThat(browser.get("/api/session").json().get("user").isNull()).isFalse();
  }

  @Test
  void theSitesOwnFormsAreTaken() {
    for (String[] own :
        new String[][] {
          {"Sec-Fetch-Site", "same-origin"},
          {"Sec-Fetch-Site", "none"},
          {"Origin", site.uri("").toString()}
        }) {
      site.browser()
          .form("/login", Map.of("username", Names.fresh("own")), own[0], own[1])
          .expect(303);
    }
  }

  @Test
  void readingFromElsewhereIsFine() {
    site.browser().get("/", "Sec-Fetch-Site", "cross-site").expect(200);
  }

  @Test
  void staticFilesHaveHashedNamesAndAreKeptForEver() {
    String page = site.browser().get("/").text();
    Matcher links = Pattern.compile("(?:href|src)=\"(/assets/[^\"#]+)").matcher(page);

    assertThat(links.results().map(m -> m.group(1)).toList())
        .isNotEmpty()
        .allMatch(link -> link.matches("/assets/[a-z-]+\\.[0-9a-f]{8,}\\.[a-z]+"))
        .allSatisfy(
            link ->
                assertThat(site.browser().get(link).expect(200).header("Cache-Control"))
                    .contains("immutable"));
    site.browser().get("/assets/base.000000000000.css").expect(404);
  }

  @Test
  void theLanguageFollowsTheBrowserAndASwitchIsRemembered() {
    Browser chinese = site.browser().with("Accept-Language", "zh-CN,zh;q=0.9,en;q=0.5");

    assertThat(chinese.get("/").text()).contains("lang=\"zh").contains("登录");
    assertThat(site.browser().get("/").text()).contains("lang=\"en").contains("Sign in");
    assertThat(chinese.get("/?lang=en").text()).contains("Sign in");
    assertThat(chinese.get("/").text()).contains("Sign in");
    chinese.get("/api/photos/x").expectProblem(400, "not the id");
    assertThat(
            site.browser()
                .get("/api/photos/x", "Accept-Language", "zh")
                .expectProblem(400)
                .json()
                .get("detail")
                .asText())
        .containsPattern("\\p{IsHan}");
  }

  @Test
  void theCallsAreDescribedAtOpenapi() {
    String description = site.browser().get("/openapi?format=JSON").expect(200).text();

    assertThat(description)
        .contains(
            "/api/session\"", "/api/session/password\"", "/api/users\"", "/api/users/{name}\"")
        .contains("/api/photos\"", "/api/photos/{id}\"", "Idempotency-Key", "multipart/form-data")
        .contains("/api/traffic\"", "360 windows");
  }
}
