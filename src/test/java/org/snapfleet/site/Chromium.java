package org.snapfleet.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A window of the machine's Chromium. Whatever its console complains of, a broken
 * Content-Security-Policy first of all, fails the test at the end.
 */
public final class Chromium implements AutoCloseable {
  private static final Path EXECUTABLE = Path.of("/usr/bin/chromium");
  private static Playwright playwright;
  private static com.microsoft.playwright.Browser browser;

  private final BrowserContext context;
  private final List<String> complaints = new CopyOnWriteArrayList<>();

  private Chromium(NewContextOptions options) {
    context = browser().newContext(options);
    context.setDefaultTimeout(20_000);
    context.onConsoleMessage(
        message -> {
          if (List.of("error", "warning").contains(message.type())) {
            complaints.add(message.text());
          }
        });
    context.onWebError(error -> complaints.add(error.error()));
    context.onResponse(
        response -> {
          String cookies = response.headers().getOrDefault("set-cookie", "");
          if (cookies.toUpperCase(Locale.ROOT).contains("JSESSIONID")) {
            complaints.add("a container session: " + cookies);
          }
        });
  }

  /** A desktop's window. */
  public static Chromium desktop(Site site) {
    return window(options(site).setViewportSize(1280, 800));
  }

  /** A phone's. */
  public static Chromium phone(Site site) {
    return window(options(site).setViewportSize(360, 740).setHasTouch(true).setIsMobile(true));
  }

  public static Chromium window(NewContextOptions options) {
    return new Chromium(options);
  }

  public static NewContextOptions options(Site site) {
    return new NewContextOptions().setBaseURL(site.uri("/").toString()).setLocale("en-GB");
  }

  public BrowserContext context() {
    return context;
  }

  /** A page, signed in. */
  public Page signedIn(String name) {
    Page page = context.newPage();
    page.navigate("/login");
    page.locator("main input[name=username]").first().fill(name);
    page.locator("main form button[type=submit]").first().click();
    page.waitForSelector("#upload");
    page.waitForLoadState(); // its scripts have run
    return page;
  }

  /** What the test itself provokes, such as the console's line of each refused upload. */
  public Chromium expectingComplaintsLike(String words) {
    complaints.removeIf(complaint -> complaint.contains(words));
    return this;
  }

  @Override
  public void close() {
    context.close();
    assertThat(complaints).as("what the browser's console complained of").isEmpty();
  }

  private static synchronized com.microsoft.playwright.Browser browser() {
    if (browser == null) {
      assertThat(EXECUTABLE)
          .as("browser tests need the package chromium; ./snapfleet test installs it")
          .isExecutable();
      playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment()));
      browser =
          playwright
              .chromium()
              .launch(
                  new BrowserType.LaunchOptions()
                      .setExecutablePath(EXECUTABLE)
                      .setArgs(
                          List.of(
                              "--no-sandbox",
                              "--disable-gpu",
                              "--disable-quic",
                              "--no-first-run",
                              "--disable-background-networking",
                              "--disable-component-update",
                              "--disable-sync")));
    }
    return browser;
  }

  private static Map<String, String> environment() {
    Map<String, String> environment = new java.util.HashMap<>(System.getenv());
    if (Files.isExecutable(Path.of("/usr/bin/node"))) {
      environment.putIfAbsent("PLAYWRIGHT_NODEJS_PATH", "/usr/bin/node");
    }
    environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    return environment;
  }

  static synchronized void closeShared() {
    if (playwright != null) {
      playwright.close();
    }
  }
}
