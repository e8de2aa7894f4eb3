package org.snapfleet.behaviour;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.snapfleet.site.Axe;
import org.snapfleet.site.Browser;
import org.snapfleet.site.Chromium;
import org.snapfleet.site.Site;
import org.snapfleet.site.SiteOptions;

/**
 * A raffle as people meet it, from its making to its winners: on a phone and on a desktop, without
 * JavaScript, in the dark. In this order, as there is one raffle at a time.
 */
@Tag("browser")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RaffleInABrowserIT {
  /** The issue's, for all that a phone fetches. */
  private static final long MOST_BYTES = 15_000;

  private static final Site SITE = SiteOptions.named("raffle-browser").start();

  @AfterAll
  static void close() {
    SITE.close();
  }

  private static Chromium withoutScripts() {
    return Chromium.window(
        Chromium.options(SITE).setJavaScriptEnabled(false).setViewportSize(360, 740));
  }

  private static Page admin(Chromium window) {
    Page page = window.context().newPage();
    page.navigate("/raffle/admin");
    window.expectingComplaintsLike("401");
    page.locator("main input[name=username]").fill("admin");
    page.locator("main details summary").click();
    page.locator("main input[name=password]").fill(Site.ADMIN_PASSWORD);
    page.locator("main form button[type=submit]").click();
    page.waitForURL("**/raffle/admin");
    return page;
  }

  @Test
  @Order(1)
  void anAdminMakesOneWithoutJavaScript() {
    try (Chromium window = withoutScripts()) {
      Page page = admin(window);
      page.locator("#title").fill("Three certifications");
      page.locator("#closes-at")
          .fill(Instant.now().plus(2, ChronoUnit.HOURS).toString().substring(0, 16));
      page.locator("#vouchers").fill("CODE-1 | Architect\nCODE-2 | Developer");
      page.locator("#source").fill("five dice thrown on stage");
      page.locator("form[action='/raffle/admin/make'] button").click();

      assertThat(page.locator("#state h2")).hasText("Three certifications");
      assertThat(page.locator("#count")).hasText("0");
    }
  }

  @Test
  @Order(2)
  void aPhoneWithoutJavaScriptTakesPart() {
    try (Chromium phone = withoutScripts()) {
      Page page = phone.context().newPage();
      page.navigate("/raffle");
      assertThat(page.locator("time").first()).containsText("UTC");
      page.locator("#email").fill("ada@example.org");
      page.locator("main form button").click();

      assertThat(page.locator(".mine h2")).hasText("You are in");
      assertThat(page.locator(".mine code")).isVisible();
      assertThat(page.locator("#email")).not().isVisible();
    }
  }

  @Test
  @Order(2)
  void allThatAPhoneFetchesIsSmall() {
    try (Chromium phone = Chromium.phone(SITE)) {
      Page page = phone.context().newPage();
      CDPSession network = phone.context().newCDPSession(page);
      AtomicLong bytes = new AtomicLong();
      List<String> fetched = new ArrayList<>();
      network.on("Network.responseReceived", event -> fetched.add(url(event)));
      network.on(
          "Network.loadingFinished",
          event -> bytes.addAndGet(event.get("encodedDataLength").getAsLong()));
      network.send("Network.enable");
      page.navigate("/raffle");
      page.waitForLoadState();
      page.waitForFunction("document.querySelector('time').title !== ''");
      page.evaluate("fetch(document.querySelector('link[rel=icon]').href).then(r => r.text())");
      page.waitForTimeout(300);

      System.out.printf("/raffle: %,d bytes in %s%n", bytes.get(), fetched);
      assertThat(fetched)
          .anyMatch(url -> url.endsWith(".css"))
          .anyMatch(url -> url.endsWith(".js"));
      assertThat(bytes.get()).as("headers too, of %s", fetched).isBetween(1_000L, MOST_BYTES);
    }
  }

  private static String url(JsonObject event) {
    return event.getAsJsonObject("response").get("url").getAsString();
  }

  @Test
  @Order(3)
  void theCountGrowsBeforeTheAdminsEyes() {
    try (Chromium desktop = Chromium.desktop(SITE)) {
      Page page = admin(desktop);
      assertThat(page.locator("#count")).hasText("1");
      SITE.browser()
          .send("POST", "/api/raffle/entries", Browser.json(Map.of("email", "grace@example.org")))
          .expect(200);

      assertThat(page.locator("#count")).hasText("2");
    }
  }

  @Test
  @Order(4)
  void nothingIsSeriouslyWrongWhileItIsOpen() {
    lookAround("/raffle", "/raffle/past", "/raffle/admin", "/raffle/nothing");
  }

  @Test
  @Order(5)
  void theAdminClosesAndDrawsAndMarksWhatIsSent() {
    try (Chromium desktop = Chromium.desktop(SITE)) {
      Page page = admin(desktop);
      page.locator("form[action='/raffle/admin/close'] input[type=checkbox]").check();
      page.locator("form[action='/raffle/admin/close'] button").click();
      page.locator("#public-value").fill("4 2 6 6 1");
      page.locator("form[action='/raffle/admin/draw'] input[type=checkbox]").check();
      page.locator("form[action='/raffle/admin/draw'] button").click();
      assertThat(page.locator(".winners li")).hasCount(2);
      page.locator(".winners li").first().locator("form[action$=handed-over] button").click();

      assertThat(page.locator(".winners li").first()).containsText("Voucher sent");
      assertThat(page.locator(".winners li").last()).containsText("Voucher not sent");
      page.locator(".winners a").first().click();
      assertThat(page.locator(".letter")).containsText("Congratulations!");
    }
  }

  @Test
  @Order(6)
  void nothingIsSeriouslyWrongWhenItIsDrawn() {
    lookAround("/raffle", "/raffle/past", "/raffle/admin", "/raffle/admin/mail?rank=1");
  }

  /** By axe in the light and in the dark, and nothing scrolls sideways on a phone. */
  private static void lookAround(String... paths) {
    List<String> found = new ArrayList<>();
    for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      NewContextOptions options =
          Chromium.options(SITE)
              .setBypassCSP(true)
              .setColorScheme(scheme)
              .setViewportSize(360, 740);
      try (Chromium window = Chromium.window(options)) {
        Page page = admin(window);
        for (String path : paths) {
          found.addAll(Axe.serious(page, path));
          assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
              .as("%s", path)
              .isLessThanOrEqualTo((Integer) page.evaluate("innerWidth"));
        }
        window.expectingComplaintsLike("404");
      }
    }
    assertThat(found).isEmpty();
  }
}
