package org.snapfleet.fleet;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import javax.sql.DataSource;

/** This machine's clock, corrected to the database's, so that all instances tell the same time. */
@ApplicationScoped
public class DatabaseClock extends Clock {
  /** Both databases count it in UTC, whatever the time zones of server and session are. */
  private static final String NOW_H2 = "SELECT EXTRACT(EPOCH FROM CURRENT_TIMESTAMP(3)) * 1000";

  private static final String NOW_MARIADB = "SELECT UNIX_TIMESTAMP(NOW(3)) * 1000";

  @Resource(lookup = Database.JNDI_NAME)
  private DataSource dataSource;

  private final Repeating repeating;
  private final Clock machine;
  private volatile Duration correction = Duration.ZERO;
  private volatile long correctionMillis;

  @Inject
  DatabaseClock(Repeating repeating) {
    this(repeating, Clock.systemUTC());
  }

  /** On another machine, for tests. */
  DatabaseClock(Repeating repeating, Clock machine) {
    this.repeating = repeating;
    this.machine = machine;
  }

  /** For the client proxy. */
  protected DatabaseClock() {
    this(null);
  }

  void start(@Observes @Priority(StartOrder.CLOCK) SiteStart event) {
    correct();
    repeating.every(Duration.ofMinutes(1), "Reading the database's clock", this::correct);
  }

  private void correct() {
    try (Connection connection = dataSource.getConnection()) {
      correct(ahead(connection));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Takes the database's clock to be so far ahead. */
  void correct(Duration ahead) {
    correction = ahead;
    correctionMillis = ahead.toMillis();
  }

  /** How far the database's clock is ahead of this machine's, negative where it is behind. */
  public static Duration ahead(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      Instant before = Instant.now();
      Instant theirs = ask(statement);
      Duration roundTrip = Duration.between(before, Instant.now());
      return Duration.between(before.plus(roundTrip.dividedBy(2)), theirs);
    }
  }

  private static Instant ask(Statement statement) throws SQLException {
    boolean h2 = statement.getConnection().getMetaData().getURL().startsWith("jdbc:h2:");
    try (ResultSet rows = statement.executeQuery(h2 ? NOW_H2 : NOW_MARIADB)) {
      rows.next();
      return Instant.ofEpochMilli(rows.getBigDecimal(1).longValue());
    }
  }

  @Override
  public Instant instant() {
    return machine.instant().plus(correction);
  }

  /** The same without an object: each request asks. */
  @Override
  public long millis() {
    return machine.millis() + correctionMillis;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return Clock.offset(Clock.system(zone), correction);
  }
}
