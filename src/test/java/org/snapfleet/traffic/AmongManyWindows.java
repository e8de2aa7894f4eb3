package org.snapfleet.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.snapfleet.inside.Inside;
import org.snapfleet.inside.Plans;

/** A period is read in the time of its own windows, however many there were before. */
public interface AmongManyWindows {
  int CLIENTS = 100;
  int MANY = 2_000 * CLIENTS;

  /** Of the period. */
  int WINDOWS = 60;

  @Test
  default void aPeriodReadsItsOwnWindowsAndNoOthers() {
    Plans plans = Plans.ofThisDatabase();
    Period period = Period.last(WINDOWS / 6, java.time.Instant.now().minusSeconds(3600));
    fill(plans, period);
    WindowSums sums = Inside.bean(WindowSums.class);
    String from = Long.toString(period.from());
    String now = Long.toString(period.now());

    assertReadOnce(
        plans, () -> assertThat(sums.topClients(period, 8)).hasSize(8), List.of(from, now, "8"));
    assertReadOnce(
        plans,
        () ->
            assertThat(sums.shown(period, List.of("client-1", "client-2"), List.of("one")))
                .hasSize(3 * WINDOWS),
        List.of("10000", "'client-1'", "'client-2'", "'one'", from, now));
    assertReadOnce(
        plans,
        () -> assertThat(sums.each(period.from(), period.now())).hasSize(WINDOWS * CLIENTS),
        List.of(from, now));
    Inside.change("DELETE FROM traffic_window WHERE boot = 'many'");
  }

  /** A plan may count what a query within it hands out as read again. */
  private static void assertReadOnce(Plans plans, Runnable query, List<String> values) {
    query.run(); // the first time, which prepares it
    Plans.Reading reading = plans.during(query, "traffic_window", values);

    assertThat(reading.rows())
        .as("%s", reading)
        .isBetween((long) WINDOWS * CLIENTS, 3L * WINDOWS * CLIENTS);
  }

  private static void fill(Plans plans, Period period) {
    plans.beforeManyRows();
    long last = period.from() + (period.windows() - 1) * period.step();
    Inside.change(
        ("INSERT INTO traffic_window SELECT %1$d - FLOOR((%2$s - 1) / %3$d) * 10000,"
                + " CONCAT('client-', MOD(%2$s, %3$d)), 'one', 'many', 2, 0, 0, 100, 4,"
                + " 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 FROM %4$s")
            .formatted(last, plans.row(), CLIENTS, plans.rows(MANY)));
  }
}
