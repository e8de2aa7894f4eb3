package org.snapfleet.drill;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Phaser;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * People who come at a steady pace, however slow the site is, as people do: who asked would
 * otherwise wait for the slow instance, and nobody for the others. Every answer is looked at.
 */
final class Visitors implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final ScheduledExecutorService pace = Executors.newSingleThreadScheduledExecutor();
  private final Phaser underWay = new Phaser(1);
  private final Answers answers = new Answers();
  private final HttpRequest request;
  private final Predicate<HttpResponse<String>> isRight;

  private Visitors(HttpRequest request, Predicate<HttpResponse<String>> isRight) {
    this.request = request;
    this.isRight = isRight;
  }

  /** They look at the front page. */
  static Visitors looking(URI site, int perSecond) {
    HttpRequest page = HttpRequest.newBuilder(site).timeout(PATIENCE).build();
    return begun(
        new Visitors(page, a -> a.statusCode() == 200 && a.body().contains("</html>")), perSecond);
  }

  /** They sign out: not a GET, so a balancer does not ask another instance on its own. */
  static Visitors signingOut(URI site, int perSecond) {
    HttpRequest signOut =
        HttpRequest.newBuilder(site.resolve("/api/session"))
            .timeout(PATIENCE)
            .method("DELETE", BodyPublishers.noBody())
            .build();
    return begun(new Visitors(signOut, a -> a.statusCode() == 204), perSecond);
  }

  @SuppressWarnings("FutureReturnValueIgnored") // it goes on until the end
  private static Visitors begun(Visitors visitors, int perSecond) {
    long between = TimeUnit.SECONDS.toNanos(1) / perSecond;
    visitors.pace.scheduleAtFixedRate(visitors::ask, 0, between, TimeUnit.NANOSECONDS);
    return visitors;
  }

  @SuppressWarnings("FutureReturnValueIgnored") // noted, whatever comes
  private void ask() {
    underWay.register();
    long begun = System.nanoTime();
    client
        .sendAsync(request, BodyHandlers.ofString())
        .whenComplete((answer, failure) -> note(answer, failure, begun));
  }

  private void note(HttpResponse<String> answer, Throwable failure, long begun) {
    if (failure == null && isRight.test(answer)) {
      answers.right();
    } else {
      String why = failure == null ? "status " + answer.statusCode() : failure.toString();
      answers.lost(new Loss(why, begun, System.nanoTime()));
    }
    underWay.arriveAndDeregister();
  }

  Answers answers() {
    return answers;
  }

  /** Nobody comes any more; those who have asked are waited for. */
  @Override
  public void close() {
    pace.shutdown();
    underWay.arriveAndAwaitAdvance();
  }
}
