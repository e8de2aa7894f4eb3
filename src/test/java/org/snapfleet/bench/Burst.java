package org.snapfleet.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/**
 * Many requests for a page in one moment, and health calls beside them, one after the other.
 *
 * @param answered how many were answered with 200
 * @param slowest what 99 of 100 requests did not take
 * @param health what the middle one of the health calls took
 */
record Burst(int answered, Duration slowest, Duration health) {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  static Burst of(URI page, URI health, int requests) {
    HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    long[] took = new long[requests];
    List<CompletableFuture<Boolean>> answers =
        IntStream.range(0, requests).mapToObj(i -> sent(client, page, i, took)).toList();
    CompletableFuture<Void> all =
        CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new));
    Duration beside = middleOf(health, all);
    int good = (int) answers.stream().filter(CompletableFuture::join).count();
    return new Burst(good, Duration.ofNanos(at(took, 0.99)), beside);
  }

  private static CompletableFuture<Boolean> sent(
      HttpClient client, URI page, int number, long[] took) {
    HttpRequest request = HttpRequest.newBuilder(page).timeout(PATIENCE).build();
    long begin = System.nanoTime();
    return client
        .sendAsync(request, BodyHandlers.discarding())
        .handle(
            (HttpResponse<Void> answer, Throwable failure) -> {
              took[number] = System.nanoTime() - begin;
              return failure == null && answer.statusCode() == 200;
            });
  }

  /** By a client of their own: what is measured is the instance. */
  private static Duration middleOf(URI health, CompletableFuture<Void> burst) {
    long[] took = new long[0];
    while (!burst.isDone() || took.length == 0) {
      long begin = System.nanoTime();
      if (Caller.get(health, "", "").status() != 200) {
        throw new IllegalStateException("health calls are not answered well");
      }
      took = Arrays.copyOf(took, took.length + 1);
      took[took.length - 1] = System.nanoTime() - begin;
    }
    return Duration.ofNanos(at(took, 0.5));
  }

  private static long at(long[] took, double part) {
    long[] sorted = took.clone();
    Arrays.sort(sorted);
    return sorted[(int) Math.min(sorted.length - 1, Math.floor(sorted.length * part))];
  }
}
