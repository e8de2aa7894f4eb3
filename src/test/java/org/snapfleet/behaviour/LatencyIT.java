package org.snapfleet.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snapfleet.site.Browser;
import org.snapfleet.site.Pictures;
import org.snapfleet.site.Site;
import org.snapfleet.site.SiteOptions;

/** Pages and API calls are held back, and are the same as without that; nothing else is. */
@Tag("alone")
class LatencyIT {
  private static final Duration LATENCY = Duration.ofMillis(700);

  /** Twice as many as the listener has threads, so that they would take three times as long. */
  private static final int CROWD = 500;

  private static Site site;

  @BeforeAll
  static void open() {
    site = SiteOptions.named("slow").key("snapfleet.latency", "700ms").start();
  }

  @AfterAll
  static void close() {
    site.close();
  }

  private static Duration time(Runnable call) {
    long begin = System.nanoTime();
    call.run();
    return Duration.ofNanos(System.nanoTime() - begin);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/login", "/api/photos", "/feed.atom", "/people/admin"})
  void pagesAndCallsAreHeldBack(String path) {
    Browser browser = site.browser();

    assertThat(time(() -> browser.get(path).expect(200))).isGreaterThanOrEqualTo(LATENCY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/health/live", "/health/ready", "/metrics", "/media/none", "/assets/none"})
  void healthMetricsAndFilesAreNot(String path) {
    Browser browser = site.browser();
    browser.get(path); // connects, and is made warm

    assertThat(time(() -> browser.get(path))).isLessThan(LATENCY);
  }

  @Test
  void whatIsHeldBackIsDoneOnceAndAsEver() {
    Browser visitor = site.browser().signIn("patient", "");
    String id = visitor.upload(Pictures.jpeg(300, 200), "held back");

    assertThat(visitor.get("/").expect(200).text()).contains("/photos/" + id, "patient");
    assertThat(visitor.get("/api/photos").json().at("/photos")).hasSize(1);
    assertThat(visitor.get("/photos/" + id).expect(200).header("Content-Security-Policy"))
        .isNotEmpty();
    visitor.get("/api/photos/none").expectProblem(400);
    assertThat(visitor.get("/nothing", "Accept", "text/html").expect(404).text())
        .contains("</html>");
    assertThat(visitor.head("/").expect(200).bytes()).isEmpty();
    visitor.delete("/api/photos/" + id).expect(204);
  }

  @Test
  void aCrowdIsHeldBackTogetherAndHealthBesideItIsNot() throws Exception {
    try (Burst burst = new Burst(site.uri("/"))) {
      Thread.sleep(LATENCY.toMillis() / 2);
      Duration health = time(() -> site.browser().get("/health/ready").expect(200));
      List<Integer> statuses = burst.statuses();

      assertThat(statuses).hasSize(CROWD).containsOnly(200);
      assertThat(burst.took()).isBetween(LATENCY, LATENCY.multipliedBy(CROWD / 200 + 1));
      assertThat(health).isLessThan(LATENCY);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/openapi", "/pages/front.xhtml", "/pages/none.xhtml", "/problem", "/%2e"})
  void whatCannotBeHeldBackIsAnsweredAsEver(String path) {
    assertThat(site.browser().get(path).status()).isLessThan(500);
  }

  @Test
  void whoLeavesBeforeTheEndIsForgotten() throws Exception {
    for (int i = 0; i < 40; i++) {
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), site.uri("/").getPort())) {
        socket
            .getOutputStream()
            .write("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      }
    }
    Thread.sleep(2 * LATENCY.toMillis());

    site.browser().get("/").expect(200); // they did not leave the turnstile full
  }

  /** Many requests of one moment. */
  private static final class Burst implements AutoCloseable {
    private final HttpClient client = HttpClient.newHttpClient();
    private final long begin = System.nanoTime();
    private final List<CompletableFuture<HttpResponse<Void>>> answers;
    private Duration took;

    Burst(URI page) {
      HttpRequest request = HttpRequest.newBuilder(page).timeout(Duration.ofMinutes(1)).build();
      answers =
          IntStream.range(0, CROWD)
              .mapToObj(i -> client.sendAsync(request, BodyHandlers.discarding()))
              .toList();
    }

    List<Integer> statuses() throws Exception {
      CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new)).get(1, TimeUnit.MINUTES);
      took = Duration.ofNanos(System.nanoTime() - begin);
      return answers.stream().map(answer -> answer.join().statusCode()).toList();
    }

    Duration took() {
      return took;
    }

    @Override
    public void close() {
      answers.forEach(answer -> answer.cancel(true));
    }
  }
}
