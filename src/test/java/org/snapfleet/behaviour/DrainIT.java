package org.snapfleet.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.snapfleet.site.Answer;
import org.snapfleet.site.Await;
import org.snapfleet.site.Browser;
import org.snapfleet.site.Site;
import org.snapfleet.site.SiteOptions;

/** An instance that is asked to end serves on until nobody asks it any more. */
class DrainIT {
  private static final Duration DRAIN = Duration.ofSeconds(5);
  private static final Duration SOON = Duration.ofSeconds(10);
  private static final int BY_SIGTERM = 143;

  private static Site site;
  private static boolean isFirst = true;

  @BeforeAll
  static void open() {
    site =
        SiteOptions.named("drain")
            .key("snapfleet.drain", DRAIN.toSeconds() + "s")
            .key("snapfleet.latency", "1500ms")
            .start();
  }

  @BeforeEach
  void begin() {
    if (!isFirst) {
      site.start();
    }
    isFirst = false;
  }

  @AfterAll
  static void close() {
    site.close();
  }

  private static void terminate() {
    assertThat(ProcessHandle.of(site.pid()).orElseThrow().destroy()).isTrue();
  }

  private static boolean isAlive() {
    return ProcessHandle.of(site.pid()).filter(ProcessHandle::isAlive).isPresent();
  }

  private static CompletableFuture<Answer> asked(Browser browser) {
    return CompletableFuture.supplyAsync(() -> browser.get("/login"));
  }

  @Test
  void itSaysThatItIsNotReadyServesOnAndEnds() throws Exception {
    Browser browser = site.browser();
    CompletableFuture<Answer> before = asked(site.browser());
    Thread.sleep(300);
    long begin = System.nanoTime();
    terminate();

    Await.until("it is not ready", SOON, () -> browser.get("/health/ready").status() == 503);
    assertThat(browser.get("/health/ready").text()).contains("draining");
    browser.get("/health/live").expect(200);
    assertThat(browser.get("/login").expect(200).header("Connection")).isEqualTo("close");
    before.join().expect(200);

    assertThat(site.exitStatus()).isEqualTo(BY_SIGTERM);
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(DRAIN);
  }

  @Test
  void whatWasAnsweredIsRecordedBeforeTheEnd() throws Exception {
    String client = Addresses.fresh();
    Browser browser = site.browser().from(client);
    CompletableFuture<Answer> heldBack = asked(browser);
    Thread.sleep(300);
    terminate();
    Await.until("it drains", SOON, () -> browser.get("/health/ready").status() == 503);
    browser.get("/login").expect(200);
    Answer last = browser.get("/nosuch", "Accept-Encoding", "gzip").expect(404);
    int bytes = heldBack.join().expect(200).bytes().length;
    site.exitStatus();

    assertThat(Recorded.of(site, client))
        .isEqualTo(new Recorded(3, 1, 0, 2L * bytes + last.bytes().length));
    String took =
        site.tables()
            .texts("SELECT SUM(total_ms) FROM traffic_window WHERE client = '%s'".formatted(client))
            .get(0);
    assertThat(Long.parseLong(took))
        .as("those that are held back count as long as they take")
        .isGreaterThanOrEqualTo(4_500);
  }

  @Test
  void aSecondSigtermCutsTheWaitShortAndNotWhatIsUnderWay() throws Exception {
    CompletableFuture<Answer> underWay = asked(site.browser());
    Thread.sleep(300);
    long begin = System.nanoTime();
    terminate();
    Thread.sleep(200);
    terminate();

    underWay.join().expect(200);
    assertThat(site.exitStatus()).isEqualTo(BY_SIGTERM);
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(DRAIN);
    assertThat(isAlive()).isFalse();
  }
}
