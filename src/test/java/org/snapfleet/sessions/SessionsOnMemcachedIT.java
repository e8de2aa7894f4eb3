package org.snapfleet.sessions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.snapfleet.sessions.MemcachedCluster.ANN;
import static org.snapfleet.sessions.MemcachedCluster.held;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.snapfleet.fleet.DatabaseClock;
import org.snapfleet.fleet.Repeating;
import org.snapfleet.site.MemcachedServer;

/** Signing out where Memcached alone could not make it final: the revocations do. */
@Tag("memcached")
@Timeout(30)
class SessionsOnMemcachedIT {
  private final MemcachedCluster cluster = new MemcachedCluster();
  private final List<RevocationRow> rows = new ArrayList<>();
  private final List<Runnable> eachSecond = new ArrayList<>();
  private final Sessions here = instance();
  private final Sessions there = instance();

  @AfterEach
  void stop() {
    cluster.close();
  }

  private Sessions instance() {
    DatabaseClock clock = new ThisClock();
    Revocations revocations = new Revocations(new Rows(), new ByHand(), clock);
    revocations.start(null);
    return new Sessions(cluster.store(2), revocations, clock);
  }

  /** Rows that all instances share, as in the database. */
  private final class Rows extends RevocationRows {
    @Override
    RevocationRow add(SessionKey key, Instant now) {
      return added(RevocationRow.ofSession(UUID.randomUUID(), key, now));
    }

    private RevocationRow added(RevocationRow row) {
      rows.add(row);
      return row;
    }

    @Override
    List<RevocationRow> since(Instant from) {
      return List.copyOf(rows);
    }
  }

  private static final class ThisClock extends DatabaseClock {}

  private final class ByHand extends Repeating {
    @Override
    public void every(Duration pause, String what, Runnable work) {
      if (pause.toSeconds() == 1) {
        eachSecond.add(work);
      }
    }
  }

  @Test
  void aCopyThatComesBackWhenItsTombstoneIsLostStaysDead() {
    SessionKey key = here.start(ANN).key();
    assertThat(there.find(key)).contains(ANN);
    List<MemcachedServer> its = cluster.of(key, 2);
    byte[] alive = its.get(0).value(MemcachedCluster.text(key));

    its.get(0).suspend();
    here.end(key);
    assertThat(held(its.get(1), key).orElseThrow().ended()).isTrue();
    its.get(1).kill();
    its.get(1).start();
    its.get(0).resume();
    its.get(0).put(MemcachedCluster.text(key), alive);

    assertThat(held(its.get(0), key).orElseThrow().ended()).as("the store believes it").isFalse();
    eachSecond.forEach(Runnable::run);
    assertThat(cluster.store(2).find(key)).isPresent();
    assertThat(found(here, key)).isFalse();
    assertThat(found(there, key)).isFalse();
  }

  @Test
  void aSignOutWhileNoNodeAnswersHolds() {
    SessionKey key = here.start(ANN).key();
    cluster.servers().forEach(MemcachedServer::suspend);

    here.end(key);
    cluster.servers().forEach(MemcachedServer::resume);
    eachSecond.forEach(Runnable::run);

    assertThat(cluster.store(2).find(key).orElseThrow().session().ended()).isFalse();
    assertThat(found(here, key)).isFalse();
    assertThat(found(there, key)).isFalse();
  }

  /** As the minority's side of a split sees it, or an instance that was told of other nodes. */
  @Test
  void aSignOutOfASessionThatTheStoreDoesNotKnowHoldsWhenItComesBack() {
    SessionKey key = here.start(ANN).key();
    List<MemcachedServer> its = cluster.of(key, 2);
    byte[] alive = its.get(0).value(MemcachedCluster.text(key));
    its.forEach(node -> node.ask("delete " + MemcachedCluster.text(key) + "\r\n"));

    here.end(key);
    its.get(0).put(MemcachedCluster.text(key), alive);
    eachSecond.forEach(Runnable::run);

    assertThat(cluster.store(2).find(key)).isPresent();
    assertThat(found(there, key)).isFalse();
  }

  private static boolean found(Sessions sessions, SessionKey key) {
    while (true) {
      try {
        return sessions.find(key).isPresent();
      } catch (SessionsUnavailableException e) {
        Thread.onSpinWait(); // its nodes are left alone for a moment still
      }
    }
  }
}
