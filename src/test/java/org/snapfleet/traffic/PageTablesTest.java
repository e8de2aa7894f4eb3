package org.snapfleet.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PageTablesTest {
  private static final Period PERIOD = Period.last(60, Instant.parse("2026-11-28T04:53:16Z"));
  private static final long RUNNING = Instant.parse("2026-11-28T04:53:10Z").toEpochMilli();
  private static final Duration WRITING = Duration.ofSeconds(3);

  private static Counted counted(int windowsAgo, String client, String instance, long requests) {
    long[] times = new long[TimeCounts.SIZE];
    times[3] = requests;
    return new Counted(
        RUNNING - windowsAgo * Window.LENGTH,
        client,
        instance,
        new Figures(requests, 1, 2, 1500 * requests, 7 * requests, TimeCounts.of(times)));
  }

  private static TrafficReport report(Counted... counted) {
    return new TrafficReport(PERIOD, List.of(counted), List.of(new Dropped("one", "late", 4)));
  }

  private static final TrafficReport SOME =
      report(
          counted(2, "::1", "one", 10),
          counted(1, "::1", "one", 20),
          counted(1, "::1", "two", 30),
          counted(1, "::2", "two", 1000),
          counted(0, "other", "two", 5));

  @Test
  void whoHasTheMostComesFirstAndOthersLast() {
    assertThat(PageTables.byClient(SOME, WRITING).names()).containsExactly("::2", "::1", "other");
    assertThat(PageTables.byInstance(SOME, WRITING).names()).containsExactly("two", "one");
  }

  @Test
  void theNewestWindowComesFirstAndSaysThatItRuns() {
    List<PageTables.Row> windows = PageTables.byClient(SOME, WRITING).windows();

    assertThat(windows)
        .extracting(PageTables.Row::timeText)
        .containsExactly("04:53:10", "04:53:00", "04:52:50");
    assertThat(windows).extracting(PageTables.Row::running).containsExactly(true, false, false);
    assertThat(windows.get(1).cells())
        .containsExactly("1,050", "1,000", "50", "0", "3", "6", "7.5", "9.8", "10", "1,575");
  }

  @Test
  void sumsAreOfTheWholePeriodAndTheLastRowIsOfAll() {
    PageTables tables = PageTables.byClient(SOME, WRITING);
    List<PageTables.Row> sums = tables.sums();

    assertThat(tables.newestText()).isEqualTo("04:53:00");
    assertThat(sums).extracting(PageTables.Row::name).containsExactly("::2", "::1", "other", "");
    assertThat(sums.get(1).cells()).startsWith("50", "60", "3", "6");
    assertThat(sums.get(3).cells()).startsWith("1,050", "1,065", "5", "10");
  }

  @Test
  void moreThanPeopleCanTellApartAreOthers() {
    List<Counted> many = new ArrayList<>();
    for (int i = 1; i <= 9; i++) {
      many.add(counted(1, "::" + i, "one", i));
    }
    PageTables tables = PageTables.byClient(report(many.toArray(Counted[]::new)), WRITING);

    assertThat(tables.names()).containsExactly("::9", "::8", "::7", "::6", "::5", "::4", "other");
    assertThat(tables.windows().get(0).cells()).startsWith("45", "9", "8", "7", "6", "5", "4", "6");
  }

  @Test
  void noTrafficIsNoRows() {
    PageTables tables = PageTables.byClient(report(), WRITING);

    assertThat(tables.names()).isEmpty();
    assertThat(tables.windows()).isEmpty();
    assertThat(tables.sums()).hasSize(1);
    assertThat(tables.sums().get(0).cells()).startsWith("0", "0", "0", "0", "0.0");
  }

  @Test
  void theAnswerOfTheApiAddsUpTheSame() {
    TrafficJson answer = TrafficJson.of(SOME, WRITING);

    assertThat(answer.seconds()).isEqualTo(10);
    assertThat(answer.from()).isEqualTo("2026-11-28T03:53:20Z");
    assertThat(answer.windows())
        .extracting(one -> one.start() + " " + one.client() + " " + one.requests())
        .containsExactly(
            "2026-11-28T04:52:50Z ::1 10",
            "2026-11-28T04:53:00Z ::1 50",
            "2026-11-28T04:53:00Z ::2 1000",
            "2026-11-28T04:53:10Z other 5");
    assertThat(answer.windows().get(3).complete()).isFalse();
    assertThat(answer.instances().stream().mapToLong(TrafficJson.TrafficWindow::requests).sum())
        .isEqualTo(1065);
    assertThat(answer.dropped()).isEqualTo(4);
  }

  @Test
  void timesAreWrittenAsExactlyAsTheyAreKnown() {
    assertThat(FigureTexts.millis(0.04)).isEqualTo("0.0");
    assertThat(FigureTexts.millis(9.9)).isEqualTo("9.9");
    assertThat(FigureTexts.millis(1234.6)).isEqualTo("1,235");
    assertThat(FigureTexts.millis(10_000)).isEqualTo("≥ 10,000");
  }
}
