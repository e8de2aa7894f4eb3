package org.snapfleet.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snapfleet.site.Answer;
import org.snapfleet.site.Browser;
import org.snapfleet.site.Names;
import org.snapfleet.site.Pictures;
import org.snapfleet.site.Site;
import org.snapfleet.site.SiteOptions;
import org.snapfleet.site.Sites;
import org.snapfleet.site.VarnishServer;

/**
 * A cache before the whole site, as CloudFront was at the conference: what it may keep, and whom it
 * may show it.
 */
@Tag("machine")
class BehindVarnishIT {
  private static final String PASSWORD = "velvet-harbour-tin-92";

  private static Site open;
  private static Site password;
  private static VarnishServer beforeOpen;
  private static VarnishServer beforePassword;

  @BeforeAll
  static void start() {
    open = SiteOptions.named("edge-open").key("snapfleet.edge.seconds", "60").start();
    beforeOpen = new VarnishServer(open);
    password =
        SiteOptions.named("edge-password")
            .key("snapfleet.edge.seconds", "60")
            .key("snapfleet.accounts", "password")
            .start();
    beforePassword = new VarnishServer(password);
  }

  @AfterAll
  static void close() {
    beforeOpen.close();
    beforePassword.close();
    open.close();
    password.close();
  }

  private static VarnishServer before(String accounts) {
    return accounts.equals("open") ? beforeOpen : beforePassword;
  }

  private static Browser member(String accounts, String name) {
    Browser browser = before(accounts).browser();
    if (accounts.equals("open")) {
      return browser.signIn(name, "");
    }
    browser.register(name, PASSWORD).expect(201);
    return browser;
  }

  @ParameterizedTest
  @ValueSource(strings = {"open", "password"})
  void visitorsWithoutCookiesShareThePageThatIsKept(String accounts) {
    before(accounts).browser().get("/").expect(200);

    Answer second = before(accounts).browser().get("/").expect(200);

    assertThat(VarnishServer.isCached(second)).as("%s", second.headers("X-Varnish")).isTrue();
    assertThat(second.headers("Age")).isNotEmpty();
    assertThat(second.headers("Set-Cookie")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"open", "password"})
  void twoLanguagesNeverMix(String accounts) {
    for (int i = 0; i < 2; i++) {
      for (String language : List.of("en", "zh")) {
        Answer page =
            before(accounts).browser().with("Accept-Language", language).get("/").expect(200);

        assertThat(page.header("Content-Language")).isEqualTo(language);
        assertThat(page.text()).contains("lang=\"" + (language.equals("zh") ? "zh-Hans" : "en"));
      }
    }
  }

  @Test
  void aLanguageThatWasChosenIsRememberedForItsVisitorAlone() {
    Browser chooser = beforeOpen.browser().with("Accept-Language", "en");
    for (int i = 0; i < 2; i++) {
      Answer chosen = chooser.get("/?lang=zh").expect(200);

      assertThat(VarnishServer.isCached(chosen)).as("an answer with Set-Cookie").isFalse();
      assertThat(chosen.headers("Set-Cookie")).isNotEmpty();
    }
    assertThat(chooser.get("/").header("Content-Language")).isEqualTo("zh");

    Answer other = beforeOpen.browser().with("Accept-Language", "en").get("/").expect(200);
    assertThat(other.header("Content-Language")).isEqualTo("en");
  }

  @ParameterizedTest
  @ValueSource(strings = {"open", "password"})
  void peopleNeverSeeEachOthersPageNorWhatIsKept(String accounts) {
    String ann = Names.fresh("ann");
    String bob = Names.fresh("bob");
    Map<String, Browser> both = Map.of(ann, member(accounts, ann), bob, member(accounts, bob));
    before(accounts).browser().get("/").expect(200);

    for (int i = 0; i < 3; i++) {
      both.forEach(
          (name, browser) -> {
            Answer page = browser.get("/").expect(200);

            assertThat(VarnishServer.isCached(page)).isFalse();
            assertThat(page.text())
                .contains("class=\"who\">" + name + "<")
                .doesNotContain(name.equals(ann) ? bob : ann);
          });
    }
    Answer nobody = before(accounts).browser().get("/").expect(200);
    assertThat(nobody.text()).doesNotContain(ann, bob);
  }

  @Test
  void whoSignsOutSeesNothingOfTheirOwnPage() {
    String name = Names.fresh("leaver");
    Browser leaver = member("open", name);
    assertThat(leaver.get("/").text()).contains(name);
    leaver.delete("/api/session").expect(204);

    assertThat(leaver.get("/").expect(200).text()).doesNotContain(name);
  }

  @Test
  void withoutSecondsForTheEdgeAnUploadIsSeenAtOnce() {
    try (VarnishServer varnish = new VarnishServer(Sites.open())) {
      Browser author = varnish.browser().signIn(Names.fresh("author"), "");
      for (int i = 0; i < 3; i++) {
        varnish.browser().get("/").expect(200);
        String id = author.upload(Pictures.jpeg(), "fresh " + i);

        Answer page = varnish.browser().get("/").expect(200);

        assertThat(page.text()).contains(id);
        assertThat(VarnishServer.isCached(page)).isFalse();
      }
    }
  }
}
