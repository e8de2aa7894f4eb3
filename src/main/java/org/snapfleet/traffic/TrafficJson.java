package org.snapfleet.traffic;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.BiFunction;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The traffic as the API tells it. */
public record TrafficJson(
    @Schema(description = "When it was looked, by the database's clock") Instant now,
    @Schema(description = "Where the whole period begins") Instant from,
    @Schema(description = "How long each window is: 10, and more where the period is over an hour")
        long seconds,
    @Schema(description = "Of the counts in times, in milliseconds; the last count has none")
        List<Integer> bounds,
    @Schema(description = "By window and client, in order; summed over the instances")
        List<TrafficWindow> windows,
    @Schema(description = "The same requests by window and instance, summed over the clients")
        List<TrafficWindow> instances,
    @Schema(description = "How many requests of the whole period are in no window") long dropped,
    @Schema(description = "Where they were dropped, and why") List<Dropped> drops) {

  /** One window of one client, or of one instance. */
  public record TrafficWindow(
      Instant start,
      @Schema(description = "Its address; other for all that are not listed; null for everyone")
          String client,
      @Schema(description = "Its address; other for all that are not listed; null for all")
          String instance,
      @Schema(description = "Whether the window has ended, and all of its counts are there")
          boolean complete,
      long requests,
      @Schema(description = "Answered with a 4xx") long clientErrors,
      @Schema(description = "Answered with a 5xx") long serverErrors,
      @Schema(description = "Of the bodies sent") long bytes,
      @Schema(description = "How long a request took, in milliseconds") double average,
      @Schema(description = "Half of the requests took no longer; estimated between two bounds")
          double p50,
      double p95,
      @Schema(description = "10000 stands for whatever took longer") double p99,
      @Schema(description = "How many took no longer than each bound, and longer than the last")
          List<Long> times) {}

  static TrafficJson of(TrafficReport report, Duration writing) {
    Period period = report.period();
    return new TrafficJson(
        Instant.ofEpochMilli(period.now()),
        Instant.ofEpochMilli(period.begin()),
        Duration.ofMillis(period.step()).toSeconds(),
        TimeCounts.BOUNDS,
        list(
            report.windows(Counted::client),
            (at, one) -> window(at, one.getKey(), null, period.isComplete(at, writing), one)),
        list(
            report.windows(Counted::instance),
            (at, one) -> window(at, null, one.getKey(), period.isComplete(at, writing), one)),
        report.dropped(),
        report.drops());
  }

  private static List<TrafficWindow> list(
      SortedMap<Long, Map<String, Figures>> windows,
      BiFunction<Long, Map.Entry<String, Figures>, TrafficWindow> window) {
    return windows.entrySet().stream()
        .flatMap(at -> at.getValue().entrySet().stream().map(one -> window.apply(at.getKey(), one)))
        .toList();
  }

  private static TrafficWindow window(
      long start,
      String client,
      String instance,
      boolean complete,
      Map.Entry<String, Figures> one) {
    Figures figures = one.getValue();
    return new TrafficWindow(
        Instant.ofEpochMilli(start),
        client,
        instance,
        complete,
        figures.requests(),
        figures.clientErrors(),
        figures.serverErrors(),
        figures.bytes(),
        figures.average(),
        figures.percentile(50),
        figures.percentile(95),
        figures.percentile(99),
        figures.times().list());
  }
}
