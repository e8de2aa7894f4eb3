package org.snapfleet.behaviour;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snapfleet.site.Axe;
import org.snapfleet.site.Chromium;
import org.snapfleet.site.Names;
import org.snapfleet.site.Pictures;
import org.snapfleet.site.Site;
import org.snapfleet.site.Sites;

/** Choosing who sees a photo, sharing it by link, the members' page: with a script and without. */
@Tag("browser")
class PrivatePhotosInABrowserIT {
  private static final Site SITE = Sites.password();
  private static Cast cast;
  private static String linked;
  private static String share;

  @BeforeAll
  static void meet() {
    cast = Cast.of(SITE);
    cast.photo("public");
    cast.photo("private");
    cast.photo("members");
    linked = cast.photo("link");
    share =
        cast.owner()
            .send("POST", "/api/photos/" + linked + "/links")
            .expect(200)
            .json()
            .at("/share/page")
            .asText();
  }

  private static Page signedIn(Chromium window, String name, String password) {
    Page page = window.context().newPage();
    page.navigate("/login");
    page.locator("#username").fill(name);
    page.locator("#password").fill(password);
    page.locator("main form button[type=submit]").click();
    page.waitForSelector("#upload");
    page.waitForLoadState(); // its scripts have run
    return page;
  }

  private static FilePayload picture() {
    return new FilePayload("quiet.jpg", "image/jpeg", Pictures.jpeg(320, 200));
  }

  @Test
  void aPhotoIsKeptToOneselfThenSharedByALinkThatIsCopied() {
    String name = Names.fresh("quiet");
    Cast.person(SITE, name);
    try (Chromium window = Chromium.desktop(SITE);
        Chromium friend = Chromium.phone(SITE)) {
      Page page = signedIn(window, name, Cast.PASSWORD);
      page.locator("#photo").setInputFiles(picture());
      page.locator("#visibility").selectOption("private");
      page.locator("#upload .send").click();
      assertThat(page.locator("#upload .status")).containsText("under your name");
      assertThat(page.locator(".arrival")).hasCount(0);

      page.navigate("/people/" + name);
      assertThat(page.locator(".tile .badge")).hasText("Only you");
      page.locator(".tile .frame").click();
      changeTo(page, "link");
      assertThat(page.locator(".about")).containsText("By link");
      page.locator("form[action$='/links'] button").click();
      page.locator("#copy").click();
      assertThat(page.locator("#copied")).hasText("Copied");

      Page visitor = friend.context().newPage();
      visitor.navigate(page.locator("#share-link").inputValue());
      assertThat(visitor.locator("article img")).isVisible();
      assertThat(visitor.locator("#share-link")).hasCount(0);
    }
  }

  private static void changeTo(Page page, String visibility) {
    page.locator("details:has(#visibility) summary").click();
    page.locator("#visibility").selectOption(visibility);
    page.locator("form[action$='/visibility'] button").click();
  }

  @Test
  void withoutAScriptTheFormsDoTheSame() {
    String name = Names.fresh("plain");
    Cast.person(SITE, name);
    try (Chromium window = Chromium.window(Chromium.options(SITE).setJavaScriptEnabled(false))) {
      Page page = signedIn(window, name, Cast.PASSWORD);
      page.locator("#photo").setInputFiles(picture());
      page.locator("#visibility").selectOption("link");
      page.locator("#upload .send").click();

      assertThat(page.locator("h1")).hasText(name);
      assertThat(page.locator(".tile .badge")).hasText("By link");
      page.locator(".tile .frame").click();
      page.locator("form[action$='/links'] button").click();
      assertThat(page.locator("#share-link")).hasValue(page.url());
      assertThat(page.locator("#share-until")).containsText("UTC");
      assertThat(page.locator("#copy")).isHidden();
      changeTo(page, "private");
      assertThat(page.locator(".about")).containsText("Only you");
      assertThat(page.locator("form[action$='/links']")).hasCount(0);
    }
  }

  @Test
  void theAdminMakesAMemberByAButton() {
    String name = Names.fresh("clicked");
    Cast.person(SITE, name);
    try (Chromium window = Chromium.desktop(SITE)) {
      Page page = signedIn(window, "admin", Site.ADMIN_PASSWORD);
      page.navigate("/people/" + name);
      page.locator(".membership button").click();

      assertThat(page.locator(".membership")).containsText("is a member");
      page.locator("nav a[href='/members']").click();
      assertThat(page.locator("h1")).hasText("For members");
    }
  }

  private static List<String> pages() {
    return List.of(
        "/",
        "/people/" + cast.ownerName(),
        "/photos/" + linked,
        share.replaceFirst("https?://[^/]+", ""),
        "/members");
  }

  @ParameterizedTest
  @EnumSource(
      value = ColorScheme.class,
      names = {"LIGHT", "DARK"})
  void axeFindsNothingSerious(ColorScheme scheme) {
    NewContextOptions options =
        Chromium.options(SITE).setBypassCSP(true).setColorScheme(scheme).setViewportSize(1280, 800);
    try (Chromium window = Chromium.window(options)) {
      List<String> found = new ArrayList<>(Axe.serious(window.context().newPage(), "/members"));
      Page page = signedIn(window, cast.ownerName(), Cast.PASSWORD);
      pages().forEach(path -> found.addAll(Axe.serious(page, path)));
      Page admin = signedIn(window, "admin", Site.ADMIN_PASSWORD);
      found.addAll(Axe.serious(admin, "/people/" + cast.ownerName()));

      assertThat(found).isEmpty();
      window.expectingComplaintsLike("401");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {360, 1280})
  void nothingScrollsSideways(int width) {
    try (Chromium window = Chromium.window(Chromium.options(SITE).setViewportSize(width, 740))) {
      Page page = signedIn(window, cast.ownerName(), Cast.PASSWORD);
      for (String path : pages()) {
        page.navigate(path);
        page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)");

        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
            .as(path)
            .isLessThanOrEqualTo(width);
      }
    }
  }
}
