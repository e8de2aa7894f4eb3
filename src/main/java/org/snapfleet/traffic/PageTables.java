package org.snapfleet.traffic;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** What the page shows without a script: sums by name, and the windows. */
final class PageTables {
  /** As many as colours that people can tell apart. */
  static final int MOST_NAMES = 6;

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneOffset.UTC);

  private final TrafficReport report;
  private final Duration writing;
  private final List<String> names;
  private final List<Map.Entry<Long, Map<String, Figures>>> windows;

  private PageTables(TrafficReport report, Duration writing, Function<Counted, String> name) {
    this.report = report;
    this.writing = writing;
    this.names = names(report.sums(name));
    Function<Counted, String> shown =
        each -> names.contains(name.apply(each)) ? name.apply(each) : Counted.OTHER;
    this.windows = new ArrayList<>(report.windows(shown).entrySet());
  }

  static PageTables byClient(TrafficReport report, Duration writing) {
    return new PageTables(report, writing, Counted::client);
  }

  static PageTables byInstance(TrafficReport report, Duration writing) {
    return new PageTables(report, writing, Counted::instance);
  }

  /**
   * One row.
   *
   * @param name whose it is; empty for all
   * @param time when its window began; null where it is of the whole period
   * @param running whether counts are still to come
   */
  public record Row(
      String name, Instant time, String timeText, boolean running, List<String> cells) {}

  /** Those with the most requests come first. */
  private static List<String> names(Map<String, Figures> sums) {
    return sums.keySet().stream()
        .filter(name -> !name.equals(Counted.OTHER))
        .sorted(
            Comparator.comparing((String name) -> -sums.get(name).requests())
                .thenComparing(Comparator.naturalOrder()))
        .limit(MOST_NAMES)
        .toList();
  }

  /** Whose windows have a column, and all others where there are any. */
  List<String> names() {
    boolean others =
        windows.stream().anyMatch(window -> window.getValue().containsKey(Counted.OTHER));
    return others ? Stream.concat(names.stream(), Stream.of(Counted.OTHER)).toList() : names;
  }

  /** The newest first; those without a request are left out. */
  List<Row> windows() {
    List<Row> rows = new ArrayList<>(windows.stream().map(this::row).toList());
    Collections.reverse(rows);
    return rows;
  }

  private Row row(Map.Entry<Long, Map<String, Figures>> window) {
    Map<String, Figures> parts = window.getValue();
    Figures all = sum(parts.values().stream());
    List<String> cells = new ArrayList<>(List.of(FigureTexts.number(all.requests())));
    names().forEach(name -> cells.add(requests(parts, name)));
    cells.addAll(FigureTexts.rest(all));
    boolean complete = report.period().isComplete(window.getKey(), writing);
    Instant start = Instant.ofEpochMilli(window.getKey());
    return new Row("", start, TIME.format(start), !complete, cells);
  }

  private static String requests(Map<String, Figures> parts, String name) {
    return FigureTexts.number(parts.getOrDefault(name, Figures.NONE).requests());
  }

  private static Figures sum(Stream<Figures> figures) {
    return figures.reduce(Figures.NONE, Figures::plus);
  }

  /** The whole period by name, and as the last row of all. */
  List<Row> sums() {
    Map<String, Figures> newest = newest();
    List<Row> rows = new ArrayList<>();
    names()
        .forEach(name -> rows.add(sumRow(name, newest.getOrDefault(name, Figures.NONE), of(name))));
    rows.add(
        sumRow(
            "",
            sum(newest.values().stream()),
            sum(windows.stream().flatMap(window -> window.getValue().values().stream()))));
    return rows;
  }

  private Figures of(String name) {
    return sum(windows.stream().map(window -> window.getValue().getOrDefault(name, Figures.NONE)));
  }

  private Row sumRow(String name, Figures inWindow, Figures whole) {
    List<String> cells =
        new ArrayList<>(
            List.of(FigureTexts.number(inWindow.requests()), FigureTexts.number(whole.requests())));
    cells.addAll(FigureTexts.rest(whole));
    return new Row(name, null, "", false, cells);
  }

  private Map<String, Figures> newest() {
    return windows.stream()
        .filter(window -> window.getKey() == newestStart())
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(Map.of());
  }

  /** The last window that is complete, whether or not there was a request. */
  private long newestStart() {
    Period period = report.period();
    long start = period.begin() + (period.windows() - 1) * period.step();
    while (!period.isComplete(start, writing)) {
      start -= period.step();
    }
    return start;
  }

  /** When the window began that the sums show beside the whole. */
  String newestText() {
    return TIME.format(Instant.ofEpochMilli(newestStart()));
  }
}
