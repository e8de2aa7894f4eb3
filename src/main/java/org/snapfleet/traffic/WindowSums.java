package org.snapfleet.traffic;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.snapfleet.fleet.Database;
import org.snapfleet.fleet.Reading;

/**
 * Reads windows, summed over the instances' boots. Every query walks the primary key from where the
 * period begins, so that older windows cost nothing; the database adds up, so that a period's many
 * clients never come here.
 */
@ApplicationScoped
class WindowSums {
  private static final String FIGURES =
      "SUM(requests), SUM(client_errors), SUM(server_errors), SUM(bytes), SUM(total_ms), "
          + TimeCounts.BOUNDS.stream()
              .map("SUM(upto_%d), "::formatted)
              .collect(Collectors.joining())
          + "SUM(longer)";

  private static final String IN_THE_PERIOD =
      " FROM traffic_window WHERE starts_at >= ? AND starts_at <= ?";

  private static final String TOP =
      "SELECT %1$s, SUM(requests) AS most"
          + IN_THE_PERIOD
          + " AND %1$s <> 'other'"
          + " GROUP BY %1$s ORDER BY most DESC, %1$s LIMIT ?";

  /** The counted windows that one shown is made of, and all names but some under one. */
  private static final String SHOWN =
      "SELECT shown, who, place, "
          + FIGURES
          + " FROM (SELECT w.*, starts_at - MOD(starts_at, ?) AS shown,"
          + " CASE WHEN client IN (%s) THEN client ELSE 'other' END AS who,"
          + " CASE WHEN instance IN (%s) THEN instance ELSE 'other' END AS place"
          + IN_THE_PERIOD.replace(" WHERE", " w WHERE")
          + ") named GROUP BY shown, who, place ORDER BY shown, who, place";

  /** In the order of the primary key, so that it needs no sorting. */
  private static final String EACH =
      "SELECT starts_at, client, instance, "
          + FIGURES
          + IN_THE_PERIOD
          + " GROUP BY starts_at, client, instance ORDER BY starts_at, client, instance";

  private static final String DROPS =
      "SELECT instance, reason, SUM(requests) FROM traffic_drop"
          + " WHERE starts_at >= ? AND starts_at <= ?"
          + " GROUP BY instance, reason ORDER BY instance, reason";

  @Resource(lookup = Database.JNDI_NAME)
  private DataSource database;

  /** Those clients who sent the most. */
  List<String> topClients(Period period, int most) {
    return top("client", period, most);
  }

  /** Those instances that answered the most. */
  List<String> topInstances(Period period, int most) {
    return top("instance", period, most);
  }

  private List<String> top(String column, Period period, int most) {
    return read(TOP.formatted(column), row -> row.getString(1), period.from(), period.now(), most);
  }

  /** The windows of a period; whoever is not among the names is under {@code other}. */
  List<Counted> shown(Period period, List<String> clients, List<String> instances) {
    List<Object> values = new ArrayList<>(List.of(period.step()));
    values.addAll(orNobody(clients));
    values.addAll(orNobody(instances));
    values.addAll(List.of(period.from(), period.now()));
    return read(
        SHOWN.formatted(marks(orNobody(clients)), marks(orNobody(instances))),
        WindowSums::counted,
        values.toArray());
  }

  /** A list for the database has at least one name. */
  private static List<String> orNobody(List<String> names) {
    return names.isEmpty() ? List.of(Counted.OTHER) : names;
  }

  private static String marks(List<String> names) {
    return String.join(", ", Collections.nCopies(names.size(), "?"));
  }

  /** Every client and instance in the windows that start at these times and between them. */
  List<Counted> each(long from, long to) {
    return read(EACH, WindowSums::counted, from, to);
  }

  /** What is in no window. */
  List<Dropped> drops(Period period) {
    return read(
        DROPS,
        row -> new Dropped(row.getString(1), row.getString(2), row.getLong(3)),
        period.begin(),
        period.now());
  }

  private static Counted counted(ResultSet row) throws SQLException {
    long[] times = new long[TimeCounts.SIZE];
    for (int i = 0; i < times.length; i++) {
      times[i] = row.getLong(9 + i);
    }
    return new Counted(
        row.getLong(1),
        row.getString(2),
        row.getString(3),
        new Figures(
            row.getLong(4),
            row.getLong(5),
            row.getLong(6),
            row.getLong(7),
            row.getLong(8),
            TimeCounts.of(times)));
  }

  /** What one row becomes. */
  @FunctionalInterface
  private interface Taking<T> {
    T from(ResultSet row) throws SQLException;
  }

  private <T> List<T> read(String sql, Taking<T> taking, Object... values) {
    try {
      return Reading.from(database, connection -> read(connection, sql, taking, values));
    } catch (SQLException e) {
      throw new PersistenceException(e);
    }
  }

  private static <T> List<T> read(
      Connection connection, String sql, Taking<T> taking, Object... values) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        query.setObject(i + 1, values[i]);
      }
      List<T> found = new ArrayList<>();
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          found.add(taking.from(rows));
        }
      }
      return found;
    }
  }
}
