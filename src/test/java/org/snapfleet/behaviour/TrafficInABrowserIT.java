package org.snapfleet.behaviour;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snapfleet.site.Axe;
import org.snapfleet.site.Browser;
import org.snapfleet.site.Chromium;
import org.snapfleet.site.Site;
import org.snapfleet.site.Sites;

/** The admin watches the traffic while it comes. */
@Tag("browser")
class TrafficInABrowserIT {
  private static final Site SITE = Sites.open();
  private static final String CLIENT = Addresses.fresh();
  private static final Browser VISITOR = SITE.browser().from(CLIENT);

  /** More than any other client of the tests sends. */
  private static final int MOST = 100_000;

  @BeforeAll
  static void fill() {
    TrafficRows.of(SITE, 60).add(CLIENT, "one", "boot", MOST, 3);
    visit(1); // not only long ago
  }

  private static void visit(int times) {
    for (int i = 0; i < times; i++) {
      VISITOR.get("/login").expect(200);
    }
  }

  /** A page of the admin's. */
  private static Page admin(Chromium window) {
    window
        .context()
        .request()
        .post(
            "/api/session",
            RequestOptions.create()
                .setData(Map.of("username", "admin", "password", Site.ADMIN_PASSWORD)));
    return window.context().newPage();
  }

  private static Page opened(Chromium window) {
    Page page = admin(window);
    page.navigate("/traffic?minutes=15");
    assertThat(page.locator("#live")).hasText("Up to date.");
    return page;
  }

  /** How many requests of the client's the whole period has. */
  private static Locator requests(Page page) {
    return page.locator("#sums tr[data-name='%s'] td".formatted(CLIENT)).nth(1);
  }

  private static long shown(Page page) {
    return Long.parseLong(requests(page).textContent().replace(",", ""));
  }

  @Test
  void whatComesIsSeenAsItComesUnlessThePageIsPaused() {
    try (Chromium window = Chromium.desktop(SITE)) {
      Page page = opened(window);
      page.waitForCondition(() -> shown(page) > MOST);
      page.evaluate(SHIFTS);
      long before = shown(page);
      visit(5);
      page.waitForCondition(() -> shown(page) >= before + 5);
      assertThat(page.locator(".chart[data-chart=requests] path.s0")).isVisible();
      assertThat(page.locator(".chart[data-chart=times] path.curve")).hasCount(3);
      assertThat(page.locator("#windows tbody tr").first()).containsText(":");

      page.locator("#pause").click();
      assertThat(page.locator("#live")).containsText("Paused");
      long paused = shown(page);
      visit(3);
      page.waitForTimeout(5000); // two of its turns
      assertThat(shown(page)).isEqualTo(paused);
      page.locator("#pause").click();
      page.waitForCondition(() -> shown(page) >= paused + 3);

      assertThat((List<?>) page.evaluate("window.shifts")).as("what moved").isEmpty();
    }
  }

  /** Remembers what moved without anyone having asked for it. */
  private static final String SHIFTS =
      "window.shifts = []; new PerformanceObserver(list => list.getEntries().forEach(e =>"
          + " { if (e.value > 0.001 && !e.hadRecentInput) window.shifts.push(e.value + ' ' +"
          + " e.sources.map(s => (s.node?.outerHTML ?? '').slice(0, 90)).join(' ')); }))"
          + ".observe({type: 'layout-shift'});";

  @Test
  void anOutageIsToldAndPasses() {
    try (Chromium window = Chromium.desktop(SITE)) {
      Page page = opened(window);
      page.route("**/api/traffic**", route -> route.abort());
      assertThat(page.locator("#live")).containsText("Trying again in 4 s");
      page.unroute("**/api/traffic**");
      assertThat(page.locator("#live")).hasText("Up to date.");

      window.context().clearCookies();
      assertThat(page.locator("#live")).containsText("You are signed out");
      window.expectingComplaintsLike("Failed to load resource");
    }
  }

  @Test
  void theFiguresAreDownloadedAsCsv() throws Exception {
    try (Chromium window = Chromium.desktop(SITE)) {
      Page page = opened(window);
      Download csv = page.waitForDownload(() -> page.getByText("Download as CSV").click());

      assertThat(csv.suggestedFilename()).matches("traffic-.*\\.csv");
      assertThat(Files.readString(csv.path())).contains("start,client,", CLIENT + ",one,true,");
    }
  }

  @Test
  void theKeyboardReachesAllAndMovesAlongTheWindows() {
    try (Chromium window = Chromium.desktop(SITE)) {
      Page page = opened(window);
      page.locator("#pause").click();
      page.locator("#pause").focus();
      page.keyboard().press("Tab");
      assertThat(page.locator("a[href^='/traffic.csv']")).isFocused();
      page.keyboard().press("Tab");
      assertThat(page.locator("#look")).isFocused();

      String before = page.locator("#in-window").textContent();
      page.keyboard().press("ArrowLeft");
      assertThat(page.locator("#in-window")).not().hasText(before);
      String time = page.locator("#in-window").textContent().replaceAll("[^0-9:]", "");
      assertThat(page.locator("#look"))
          .hasAttribute("aria-valuetext", time + ": " + inWindow(page));
      page.keyboard().press("Tab");
      assertThat(page.locator(".sums")).isFocused();
      page.keyboard().press("Tab");
      assertThat(page.locator(".windows")).isFocused();
    }
  }

  private static String inWindow(Page page) {
    return page.locator("#sums tr:last-child td").first().textContent() + " requests";
  }

  @ParameterizedTest
  @EnumSource(
      value = ColorScheme.class,
      names = {"LIGHT", "DARK"})
  void axeFindsNothingSerious(ColorScheme scheme) {
    NewContextOptions options =
        Chromium.options(SITE).setBypassCSP(true).setColorScheme(scheme).setViewportSize(1280, 800);
    try (Chromium window = Chromium.window(options)) {
      Page page = admin(window);
      List<String> found = new ArrayList<>(Axe.serious(page, "/traffic"));
      found.addAll(Axe.serious(page, "/traffic?by=instance&minutes=15&lang=zh"));

      assertThat(found).isEmpty();
    }
  }

  @Test
  void withoutAScriptTheTablesSayItAll() {
    try (Chromium window = Chromium.window(Chromium.options(SITE).setJavaScriptEnabled(false))) {
      Page page = admin(window);
      page.navigate("/traffic?minutes=15");

      assertThat(shown(page)).isGreaterThanOrEqualTo(MOST);
      assertThat(page.locator("#windows tbody tr").first()).isVisible();
      assertThat(page.locator("noscript p")).isVisible();
      assertThat(page.locator(".charts")).isHidden();
      assertThat(page.locator("#pause")).isHidden();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/traffic?lang=en", "/traffic?by=instance&minutes=1440&lang=zh", "/fleet"})
  void nothingScrollsSidewaysOnAPhone(String path) {
    try (Chromium phone = Chromium.phone(SITE)) {
      Page page = admin(phone);
      page.navigate(path);

      assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
          .isLessThanOrEqualTo((Integer) page.evaluate("innerWidth"));
    }
  }
}
