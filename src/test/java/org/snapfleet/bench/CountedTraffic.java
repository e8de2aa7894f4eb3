package org.snapfleet.bench;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.snapfleet.site.Await;
import org.snapfleet.site.Tables;

/**
 * Requests from several of this machine's addresses, and what the windows and drops in the database
 * make of them.
 *
 * @param sent by {@code ab}
 * @param bad those that were not answered well
 * @param inWindows of those addresses
 * @param inRightWindows of those addresses, where each address has as many as it sent
 * @param dropped by all
 */
public record CountedTraffic(
    long sent, long bad, long inWindows, long inRightWindows, long dropped) {
  /** From the second on: the first is the balancer's own, a proxy's. */
  private static final int FIRST = 2;

  private static final Duration TO_BE_WRITTEN = Duration.ofMinutes(2);

  private static final String OF_ALL =
      "SELECT COALESCE(SUM(requests), 0) FROM traffic_window WHERE client LIKE '127.0.0.%'"
          + " AND client <> '127.0.0.1'";

  CountedTraffic plus(CountedTraffic other) {
    return new CountedTraffic(
        sent + other.sent,
        bad + other.bad,
        inWindows + other.inWindows,
        inRightWindows + other.inRightWindows,
        dropped + other.dropped);
  }

  /** So many of this machine's addresses, each with its requests over its connections. */
  record Senders(int addresses, int requestsEach, int connections) {
    long requests() {
      return (long) addresses * requestsEach;
    }
  }

  /**
   * Sends them, each address its part.
   *
   * @param meanwhile what happens to the fleet while they are sent
   */
  static CountedTraffic run(URI page, Tables tables, Senders senders, Runnable meanwhile) {
    long before = number(tables, OF_ALL);
    long droppedBefore = dropped(tables);
    List<Long> eachBefore = each(tables, senders.addresses());
    List<Ab> all = load(page, senders, meanwhile);
    long sent = senders.requests();
    Supplier<Long> counted =
        () -> number(tables, OF_ALL) - before + dropped(tables) - droppedBefore;
    settle(counted, sent);
    List<Long> eachAfter = each(tables, senders.addresses());
    long right =
        IntStream.range(0, senders.addresses())
            .mapToLong(i -> eachAfter.get(i) - eachBefore.get(i))
            .filter(requests -> requests == senders.requestsEach())
            .sum();
    return new CountedTraffic(
        sent,
        all.stream().mapToLong(Ab::bad).sum() + sent - all.stream().mapToLong(Ab::complete).sum(),
        number(tables, OF_ALL) - before,
        right,
        dropped(tables) - droppedBefore);
  }

  private static List<Ab> load(URI page, Senders senders, Runnable meanwhile) {
    ExecutorService crew = Executors.newFixedThreadPool(senders.addresses() + 1);
    try {
      List<CompletableFuture<Ab>> all =
          IntStream.range(0, senders.addresses())
              .mapToObj(
                  i ->
                      CompletableFuture.supplyAsync(
                          () ->
                              Ab.run(
                                  page, address(i), senders.requestsEach(), senders.connections()),
                          crew))
              .toList();
      CompletableFuture<Void> other = CompletableFuture.runAsync(meanwhile, crew);
      List<Ab> met = all.stream().map(CompletableFuture::join).toList();
      other.join();
      return met;
    } finally {
      crew.shutdown();
    }
  }

  /** Too few may become enough; too many would stay so. */
  private static void settle(Supplier<Long> counted, long sent) {
    try {
      Await.until("all are written", TO_BE_WRITTEN, () -> counted.get() >= sent);
    } catch (AssertionError e) {
      // it is told by the figures
    }
  }

  private static String address(int number) {
    return "127.0.0." + (FIRST + number);
  }

  private static List<Long> each(Tables tables, int addresses) {
    return IntStream.range(0, addresses)
        .mapToObj(
            i ->
                number(
                    tables,
                    "SELECT COALESCE(SUM(requests), 0) FROM traffic_window WHERE client = '%s'"
                        .formatted(address(i))))
        .toList();
  }

  private static long dropped(Tables tables) {
    return number(tables, "SELECT COALESCE(SUM(requests), 0) FROM traffic_drop");
  }

  private static long number(Tables tables, String query) {
    return Long.parseLong(tables.texts(query).get(0));
  }

  /**
   * Whether each request is in a window or among the drops, exactly, and under its sender's name.
   */
  boolean isExact() {
    return bad == 0 && inWindows + dropped == sent && (dropped > 0 || inRightWindows == sent);
  }
}
