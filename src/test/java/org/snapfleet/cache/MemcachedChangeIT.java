package org.snapfleet.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.snapfleet.fleet.MemcachedSettings.Server;
import org.snapfleet.fleet.Pause;
import org.snapfleet.memcached.ChangingNodes;
import org.snapfleet.site.Await;
import org.snapfleet.site.MemcachedServer;

/** A node takes the place of another, and the instances hear of it one after the other. */
@Tag("memcached")
@Timeout(60)
class MemcachedChangeIT {
  private static final Duration PATIENT = Duration.ofSeconds(1);
  private static final Duration LONG = Duration.ofMinutes(1);

  private final MemcachedServer old = new MemcachedServer();
  private final MemcachedServer young = new MemcachedServer();
  private final List<Server> before = List.of(old.address());
  private final List<Server> after = List.of(young.address());
  private final ChangingNodes first = new ChangingNodes(before, PATIENT);
  private final ChangingNodes second = new ChangingNodes(before, PATIENT);
  private final FakeDatabase database = new FakeDatabase();
  private final Tally tally = new Tally();

  @AfterEach
  void close() {
    first.nodes().close();
    second.nodes().close();
    old.close();
    young.close();
  }

  private SharedLists instance(ChangingNodes nodes, Duration trust, Duration overlap) {
    Time time = new Time(System::nanoTime, Clock.systemUTC(), Pause::real);
    return new SharedLists(new MemcachedLists(nodes.nodes(), trust, overlap), time, tally.counts());
  }

  private Listed<Long> read(SharedLists instance) {
    return instance.read(instance.look(), database.list());
  }

  private void assertEachSeesTheOthersChanges(SharedLists one, SharedLists other) {
    for (SharedLists writer : List.of(one, other)) {
      read(one);
      read(other);
      long committed = database.commit();
      writer.changed();
      assertThat(read(one).value()).isEqualTo(committed);
      assertThat(read(other).value()).isEqualTo(committed);
    }
    assertThat(read(one).cached()).isTrue();
    assertThat(read(other).cached()).isTrue();
  }

  @Test
  void whoHasHeardAndWhoHasNotMeet() {
    SharedLists one = instance(first, LONG, LONG);
    SharedLists other = instance(second, LONG, LONG);
    assertEachSeesTheOthersChanges(one, other);

    first.hear(after);
    assertEachSeesTheOthersChanges(one, other);

    second.hear(after);
    assertEachSeesTheOthersChanges(one, other);
    assertThat(tally.errors).hasValue(0);
  }

  @Test
  void aRemovedNodeThatIsGoneHoldsWritersUpForAWhileOnly() {
    SharedLists one = instance(first, LONG, Duration.ofSeconds(2));
    read(one);
    old.kill();
    first.hear(after);
    long committed = database.commit();
    assertThat(read(one)).isEqualTo(new Listed<>(committed, false));
    Await.until("it is over", Duration.ofSeconds(20), () -> read(one).cached());

    long begin = System.nanoTime();
    committed = database.commit();
    one.changed();
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(2));
    assertThat(read(one).value()).isEqualTo(committed);
  }

  /** What it takes for the place of the version may be one that the others have left. */
  @Test
  void whoHasNotHeardForLongTrustsNoCache() {
    SharedLists deaf = instance(first, Duration.ofNanos(1), LONG);
    for (int i = 0; i < 3; i++) {
      long committed = database.commit();
      assertThat(read(deaf)).isEqualTo(new Listed<>(committed, false));
    }

    long begin = System.nanoTime();
    deaf.changed();
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(Duration.ofSeconds(2));
  }
}
