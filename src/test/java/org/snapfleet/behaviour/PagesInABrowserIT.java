package org.snapfleet.behaviour;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitUntilState;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snapfleet.site.Axe;
import org.snapfleet.site.Browser;
import org.snapfleet.site.Chromium;
import org.snapfleet.site.Names;
import org.snapfleet.site.Pictures;
import org.snapfleet.site.Site;
import org.snapfleet.site.Sites;

/**
 * The pages as people meet them: on a phone, by keyboard, by screen reader, in the dark. One class,
 * so that one browser serves all.
 */
@Tag("browser")
class PagesInABrowserIT {
  private static final Site SITE = Sites.open();
  private static String name;
  private static String photo;

  @BeforeAll
  static void fill() {
    name = Names.fresh("viewed");
    Browser browser = SITE.signedIn(name);
    for (int i = 0; i < 12; i++) {
      photo = browser.upload(Pictures.jpeg(300 + 40 * i, 500 - 30 * i), "picture " + i);
    }
  }

  private static String path(String page) {
    return page.replace("{photo}", photo).replace("{name}", name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/login", "/photos/{photo}", "/people/{name}", "/account", "/nothing-here"})
  void nothingScrollsSidewaysOnAPhone(String path) {
    try (Chromium phone = Chromium.phone(SITE)) {
      Page page = phone.signedIn(name);
      page.navigate(path(path));

      assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
          .isLessThanOrEqualTo((Integer) page.evaluate("innerWidth"));
      phone.expectingComplaintsLike("404");
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = ColorScheme.class,
      names = {"LIGHT", "DARK"})
  void axeFindsNothingSerious(ColorScheme scheme) {
    NewContextOptions options =
        Chromium.options(SITE).setBypassCSP(true).setColorScheme(scheme).setViewportSize(1280, 800);
    try (Chromium window = Chromium.window(options)) {
      List<String> found = new ArrayList<>();
      found.addAll(Axe.serious(window.context().newPage(), "/"));
      Page page = window.signedIn(name);
      for (String path :
          List.of(
              "/", "/login", "/photos/{photo}", "/people/{name}", "/account", "/nothing-here")) {
        found.addAll(Axe.serious(page, path(path)));
      }

      assertThat(found).isEmpty();
      window.expectingComplaintsLike("404");
    }
  }

  @Test
  void picturesThatArriveLateMoveNothing() {
    try (Chromium window = Chromium.desktop(SITE)) {
      Page page = window.context().newPage();
      List<Route> held = new CopyOnWriteArrayList<>();
      page.route("**/media/**", held::add);
      page.addInitScript(SHIFTS);
      page.navigate("/", new Page.NavigateOptions().setWaitUntil(WaitUntilState.DOMCONTENTLOADED));
      page.waitForCondition(() -> held.size() >= 4);
      page.evaluate(
          "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");

      page.unroute("**/media/**");
      held.forEach(Route::resume);
      await(
          page,
          "[...document.querySelectorAll('#photos img[loading=eager]')].every(i => i.complete)");
      page.evaluate("scrollTo(0, document.body.scrollHeight)");
      await(
          page,
          "[...document.querySelectorAll('#photos img')].every(i => i.complete && i.naturalWidth)");

      assertThat((List<?>) page.evaluate("window.shifts")).as("what moved, and where").isEmpty();
    }
  }

  /** Remembers what moved without anyone having asked for it. */
  private static final String SHIFTS =
      "window.shifts = []; new PerformanceObserver(list => list.getEntries().forEach(e =>"
          + " { if (e.value > 0.001) window.shifts.push(e.value + ' ' + e.sources.map(s =>"
          + " (s.node?.outerHTML ?? '').slice(0, 90) + JSON.stringify(s.previousRect)"
          + " + JSON.stringify(s.currentRect)).join(' ')); }))"
          + ".observe({type: 'layout-shift', buffered: true});";

  /** Asked from outside: the page's own policy lets nothing be evaluated inside it. */
  private static void await(Page page, String condition) {
    page.waitForCondition(() -> (Boolean) page.evaluate(condition));
  }

  @Test
  void theKeyboardReachesEverythingAndOneSeesWhereItIs() {
    try (Chromium window = Chromium.desktop(SITE)) {
      Page page = window.context().newPage();
      page.navigate("/");
      List<Integer> reached = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        page.keyboard().press("Tab");
        String html = (String) page.evaluate("document.activeElement.outerHTML.slice(0, 120)");
        reached.add((Integer) page.evaluate(PLACE));
        assertThat((Boolean) page.evaluate(VISIBLE_FOCUS)).as(html).isTrue();
        if (i == 0) {
          assertThat(html).as("the way past the menu comes first").contains("href=\"#content");
        }
      }

      assertThat(reached).as("in the order of reading, without a trap").isSorted();
      assertThat(reached).doesNotHaveDuplicates();
    }
  }

  private static final String PLACE =
      "[...document.querySelectorAll('*')].indexOf(document.activeElement)";

  private static final String VISIBLE_FOCUS =
      "(() => { const s = getComputedStyle(document.activeElement);"
          + " return s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0"
          + " || s.boxShadow !== 'none'; })()";

  @Test
  void darkAndLightAreDifferentAndFollowTheBrowser() {
    assertThat(background(ColorScheme.DARK)).isNotEqualTo(background(ColorScheme.LIGHT));
  }

  private static String background(ColorScheme scheme) {
    try (Chromium window = Chromium.window(Chromium.options(SITE).setColorScheme(scheme))) {
      Page page = window.context().newPage();
      page.navigate("/");
      return (String) page.evaluate("getComputedStyle(document.documentElement).backgroundColor");
    }
  }

  @Test
  void theLanguageIsSwitchedByAClickAndStays() {
    try (Chromium window = Chromium.desktop(SITE)) {
      Page page = window.context().newPage();
      page.navigate("/");
      assertThat(page.locator("html")).hasAttribute("lang", "en");

      page.locator("a[href*='lang=zh'], button[value=zh]").first().click();

      assertThat(page.locator("html[lang^=zh]")).isVisible();
      page.navigate("/login");
      assertThat(page.locator("html[lang^=zh]")).isVisible();
    }
  }
}
