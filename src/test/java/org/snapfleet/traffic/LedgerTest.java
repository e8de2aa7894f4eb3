package org.snapfleet.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is counted reaches a real table, whatever happens to the database meanwhile. */
class LedgerTest {
  private static final long START = 1_795_843_780_000L;

  private final FrailDatabase database = new FrailDatabase();
  private final Drops drops = new Drops();
  private final Windows windows = new Windows();
  private final Boot boot = Boot.fresh();
  private Clock clock = at(START);
  private Ledger ledger = ledger(boot);
  private Connection look;

  private static Clock at(long millis) {
    return Clock.fixed(Instant.ofEpochMilli(millis), ZoneOffset.UTC);
  }

  private Ledger ledger(Boot process) {
    TrafficTable table = new TrafficTable(database, TrafficStatements.H2, "10.0.0.1:8080", process);
    return new Ledger(windows, drops, table, clock);
  }

  @BeforeEach
  void makeTables() throws SQLException, IOException {
    look = database.getConnection();
    String tables = Files.readString(Path.of("sql/V4__traffic.sql")).replace("${text}", "");
    try (Statement statement = look.createStatement()) {
      statement.execute(tables);
    }
  }

  @AfterEach
  void close() throws SQLException {
    look.close();
  }

  private void requests(long start, int number) {
    for (int i = 0; i < number; i++) {
      assertThat(windows.add(start, "192.0.2." + i % 3, i % 2 == 0 ? 200 : 404, 5, 1)).isTrue();
    }
  }

  private long sum(String table) throws SQLException {
    try (Statement statement = look.createStatement();
        ResultSet row = statement.executeQuery("SELECT COALESCE(SUM(requests), 0) FROM " + table)) {
      row.next();
      return row.getLong(1);
    }
  }

  private List<String> rows(String query) throws SQLException {
    List<String> rows = new java.util.ArrayList<>();
    try (Statement statement = look.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      while (row.next()) {
        rows.add(row.getString(1));
      }
    }
    return rows;
  }

  private void timePasses(Duration time) {
    clock = at(clock.millis() + time.toMillis());
    ledger = ledger(boot);
  }

  @Test
  void writingAgainChangesNothing() throws SQLException {
    requests(START, 7);
    List<WindowRow> rows = windows.unwritten();
    ledger.write();
    TrafficTable table = new TrafficTable(database, TrafficStatements.H2, "10.0.0.1:8080", boot);
    table.writeWindows(rows, written -> {});

    assertThat(sum("traffic_window")).isEqualTo(7);
    assertThat(rows("SELECT requests FROM traffic_window ORDER BY client"))
        .containsExactly("3", "2", "2");
    assertThat(rows("SELECT SUM(client_errors) FROM traffic_window")).containsExactly("3");
    assertThat(rows("SELECT SUM(bytes) FROM traffic_window")).containsExactly("35");
    assertThat(rows("SELECT SUM(upto_1) FROM traffic_window")).containsExactly("7");
  }

  @Test
  void whereNothingChangedTheDatabaseIsLeftAlone() throws SQLException {
    requests(START, 1);
    ledger.write();
    int before = database.connections();
    ledger.write();

    assertThat(database.connections()).isEqualTo(before);
  }

  @Test
  void aNewProcessOfTheInstanceAddsRowsOfItsOwn() throws SQLException {
    requests(START, 2);
    ledger.write();
    Ledger next =
        new Ledger(
            new Windows(),
            drops,
            new TrafficTable(database, TrafficStatements.H2, "10.0.0.1:8080", Boot.fresh()),
            clock);
    next.windows().add(START, "192.0.2.0", 200, 0, 0);
    next.write();

    assertThat(sum("traffic_window")).isEqualTo(3);
  }

  @Test
  void dropsAreWrittenToo() throws SQLException {
    drops.add(START + 1, Drops.Reason.LATE, 2);
    ledger.write();
    drops.add(START + 9_999, Drops.Reason.LATE, 1);
    drops.add(START, Drops.Reason.STREAM, 5);
    ledger.write();
    ledger.write();

    assertThat(rows("SELECT reason || requests FROM traffic_drop ORDER BY reason"))
        .containsExactly("late3", "stream5");
    assertThat(drops.total(Drops.Reason.LATE)).isEqualTo(3);
  }

  @Test
  void anOutageIsMadeUpFor() throws SQLException {
    requests(START, 10);
    database.isAway(true);
    assertThatThrownBy(ledger::write).isInstanceOf(SQLException.class);
    requests(START + 10_000, 5);
    assertThatThrownBy(ledger::write).isInstanceOf(SQLException.class);
    timePasses(Duration.ofHours(1));
    assertThatThrownBy(ledger::write).isInstanceOf(SQLException.class);

    database.isAway(false);
    ledger.write();

    assertThat(sum("traffic_window")).isEqualTo(15);
    assertThat(sum("traffic_drop")).isZero();
  }

  @Test
  void whatHasNoRoomInAnOutageIsCountedAsDropped() throws SQLException {
    database.isAway(true);
    long sent = manyWindows();
    assertThatThrownBy(ledger::write).isInstanceOf(SQLException.class);
    assertThat(drops.total(Drops.Reason.DATABASE)).as("told at once").isPositive();

    database.isAway(false);
    ledger.write();

    assertThat(sum("traffic_drop")).isEqualTo(drops.total(Drops.Reason.DATABASE));
    assertThat(sum("traffic_window") + sum("traffic_drop")).isEqualTo(sent);
  }

  /** The commit reached the database, and its answer did not come back. */
  @Test
  void whatTheDatabaseKeptWithoutSayingSoIsNotCountedAsDropped() throws SQLException {
    requests(START, 9);
    database.losesAnswers(true);
    assertThatThrownBy(ledger::write).isInstanceOf(SQLException.class);
    database.isAway(true);
    long sent = 9 + manyWindows();
    assertThatThrownBy(ledger::write).isInstanceOf(SQLException.class);

    database.isAway(false);
    database.losesAnswers(false);
    ledger.write();

    assertThat(rows("SELECT SUM(requests) FROM traffic_window WHERE starts_at = " + START))
        .as("of the window that had to go")
        .containsExactly("9");
    assertThat(sum("traffic_window") + sum("traffic_drop")).isEqualTo(sent);
  }

  /** More rows than there is room for, after the first window. */
  private long manyWindows() {
    long sent = 0;
    for (int w = 1; w * (Windows.CLIENTS + 1) <= Windows.ROWS + 2 * Windows.CLIENTS; w++) {
      for (int c = 0; c < Windows.CLIENTS + 3; c++) {
        windows.add(START + w * Window.LENGTH, "client-" + c, 200, 0, 0);
        sent++;
      }
    }
    return sent;
  }

  @Test
  void yesterdaysRowsGo() throws SQLException {
    requests(START, 3);
    drops.add(START, Drops.Reason.LATE, 1);
    requests(START + 10_000, 3);
    ledger.write();
    timePasses(Ledger.REMEMBERED.plusMillis(1));
    ledger.forgetOld();

    assertThat(rows("SELECT DISTINCT starts_at FROM traffic_window"))
        .containsExactly(Long.toString(START + 10_000));
    assertThat(sum("traffic_drop")).isZero();
  }

  @Test
  void atTheEndNothingIsLeft() throws SQLException, InterruptedException {
    requests(START, 4);
    ledger.flush(Duration.ofSeconds(1));

    assertThat(sum("traffic_window")).isEqualTo(4);
  }

  @Test
  void aRequestOfAClosedWindowIsDroppedAsLate() throws SQLException {
    DatabaseSink sink = new DatabaseSink(ledger);
    sink.take(new Answered(null, START, "192.0.2.1", 200, 0, 0, () -> ""));
    ledger.write();
    timePasses(Duration.ofMillis(Windows.KEPT));
    ledger.write();
    sink.take(new Answered(null, START, "192.0.2.1", 200, 0, 0, () -> ""));
    ledger.write();

    assertThat(sum("traffic_window")).isEqualTo(1);
    assertThat(rows("SELECT reason || requests FROM traffic_drop")).containsExactly("late1");
  }
}
