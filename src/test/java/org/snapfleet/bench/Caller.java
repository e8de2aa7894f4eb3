package org.snapfleet.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Asks on behalf of many people, over connections that are kept. */
final class Caller {
  /** What stands for an answer where there was none. */
  static final int NO_ANSWER = 0;

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private static final int REMEMBERED = 5;
  private static final ConcurrentLinkedQueue<String> TROUBLES = new ConcurrentLinkedQueue<>();

  private Caller() {}

  /** The last answers that were none or not good: what to look at where a figure is not met. */
  static List<String> troubles() {
    return List.copyOf(TROUBLES);
  }

  private static Reply noted(String method, URI at, String path, Reply reply) {
    if (reply.status() == NO_ANSWER || reply.status() >= 400) {
      TROUBLES.add("%s %s%s: %s".formatted(method, at, path, reply));
      if (TROUBLES.size() > REMEMBERED) {
        TROUBLES.poll();
      }
    }
    return reply;
  }

  /** An answer's status, {@link #NO_ANSWER} for none, and what came with it. */
  record Reply(int status, String body, String cookie) {}

  static Reply get(URI at, String path, String cookie) {
    return send("GET", at, path, cookie, BodyPublishers.noBody());
  }

  static Reply delete(URI at, String path, String cookie) {
    return send("DELETE", at, path, cookie, BodyPublishers.noBody());
  }

  /** Any request; the headers are names and values in turn. */
  static Reply send(
      String method, URI at, String path, String cookie, BodyPublisher body, String... headers) {
    return noted(method, at, path, sent(method, at, path, cookie, body, headers));
  }

  private static Reply sent(
      String method, URI at, String path, String cookie, BodyPublisher body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(at.resolve(path)).timeout(PATIENCE).method(method, body);
    if (!cookie.isEmpty()) {
      request.setHeader("Cookie", cookie);
    }
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      HttpResponse<String> answer = HTTP.send(request.build(), BodyHandlers.ofString());
      String set = answer.headers().firstValue("Set-Cookie").orElse("");
      return new Reply(answer.statusCode(), answer.body(), set.split(";", 2)[0]);
    } catch (IOException e) {
      return new Reply(NO_ANSWER, e.toString(), "");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
