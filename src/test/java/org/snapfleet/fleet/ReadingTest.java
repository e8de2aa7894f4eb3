package org.snapfleet.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** A pool of one connection at a time, which asks it each time before it lends it. */
class ReadingTest {
  private final AtomicLong now = new AtomicLong();
  private final PooledConnections pooled = new PooledConnections(now::get);
  private final List<String> asked = new ArrayList<>();
  private int starts = 1;
  private int heldSince;
  private boolean isServerThere = true;
  private Connection held;

  private final DataSource pool = fake(DataSource.class, Map.of("getConnection", this::lent));

  /** What a method of a fake does; all others give nothing. */
  private interface Deed {
    Object done() throws SQLException;
  }

  private static <T> T fake(Class<T> type, Map<String, Deed> deeds) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              Deed deed = deeds.get(method.getName());
              Class<?> result = method.getReturnType();
              return deed != null ? deed.done() : result == int.class ? (Object) 0 : null;
            }));
  }

  private Connection lent() throws SQLException {
    if (held == null || !held.isValid(1)) {
      Statement statement = fake(Statement.class, Map.of("executeQuery", this::variables));
      held = pooled.add(fake(Connection.class, Map.of("createStatement", () -> statement)));
      heldSince = starts;
      assertThat(held.isValid(1)).as("as it is made").isTrue();
    }
    return held;
  }

  private ResultSet variables() throws SQLException {
    asked.add("whether it answers");
    requireServer();
    return fake(ResultSet.class, Map.of("next", () -> true, "getString", () -> "0"));
  }

  private void requireServer() throws SQLException {
    if (!isServerThere || heldSince < starts) {
      throw new SQLException("gone", "08000");
    }
  }

  private String read(Connection connection) throws SQLException {
    asked.add("the list");
    requireServer();
    return "list";
  }

  @Test
  void aConnectionThatWasGoodAMomentAgoIsNotAsked() throws SQLException {
    Reading.from(pool, this::read);
    now.addAndGet(Duration.ofMillis(99).toNanos());
    Reading.from(pool, this::read);

    assertThat(asked).containsExactly("the list", "the list");
  }

  @Test
  void aConnectionIsAskedAgainWhenThatWasLongerAgo() throws SQLException {
    Reading.from(pool, this::read);
    now.addAndGet(Duration.ofMillis(100).toNanos());
    Reading.from(pool, this::read);
    Reading.from(pool, this::read);

    assertThat(asked).containsExactly("the list", "whether it answers", "the list", "the list");
  }

  @Test
  void whoeverDoesMoreThanReadGetsOneThatWasAsked() throws SQLException {
    Reading.from(pool, this::read);
    pool.getConnection();

    assertThat(asked).containsExactly("the list", "whether it answers");
  }

  @Test
  void aConnectionThatWasLostCostsASecondReadAndNoFailure() throws SQLException {
    Reading.from(pool, this::read);
    starts++;
    asked.clear();
    String list = Reading.from(pool, this::read);

    assertThat(list).isEqualTo("list");
    assertThat(asked).containsExactly("the list", "whether it answers", "the list");
  }

  @Test
  void aServerThatStaysAwayIsTold() throws SQLException {
    Reading.from(pool, this::read);
    isServerThere = false;

    assertThatThrownBy(() -> Reading.from(pool, this::read)).hasMessage("gone");
  }
}
