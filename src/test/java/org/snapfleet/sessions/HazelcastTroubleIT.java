package org.snapfleet.sessions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.snapfleet.hazelcast.GridCluster;
import org.snapfleet.site.Await;

/** Members that die, hang or all go: sessions live on, and nobody waits long. */
class HazelcastTroubleIT {
  private static final Person ANN = new Person(new UUID(1, 2), "Ann", false, true);
  private static final Duration BOUND = Duration.ofMinutes(1);

  /** A question's second; Hazelcast would wait for several. The rest is a busy machine's. */
  private static final Duration SOON = Duration.ofSeconds(3);

  private static SessionRecord fresh() {
    return SessionRecord.started(ANN, Instant.ofEpochMilli(Instant.now().toEpochMilli()));
  }

  private static List<SessionKey> someIn(SessionStore store) {
    List<SessionKey> keys = Stream.generate(() -> SessionId.random().key()).limit(60).toList();
    keys.forEach(key -> store.create(key, fresh()));
    return keys;
  }

  @Test
  void theDeathOfOneOfThreeLosesNothing() {
    try (GridCluster grid = new GridCluster(3);
        HazelcastSessionStore store = GridStores.patient(grid, 0);
        HazelcastSessionStore other = GridStores.patient(grid, 2)) {
      List<SessionKey> keys = someIn(store);
      List<SessionKey> gone = keys.subList(0, 20);
      gone.forEach(key -> assertThat(end(store, key)).isTrue());
      assertThat(keys).as("its own are among them").anyMatch(key -> grid.ownerOf(key.hex()) == 1);

      grid.kill(1);

      for (SessionKey key : keys) {
        StoredSession found = foundIn(other, key);
        assertThat(found.session().ended()).isEqualTo(gone.contains(key));
        assertThat(found.session().ended() || end(other, key)).as("changed there").isTrue();
      }
    }
  }

  private static boolean end(SessionStore store, SessionKey key) {
    StoredSession seen = store.find(key).orElseThrow();
    return store.replace(key, seen, seen.session().tombstone());
  }

  /** Never "signed out" meanwhile; "unavailable" may be. */
  private static StoredSession foundIn(SessionStore store, SessionKey key) {
    StoredSession[] found = new StoredSession[1];
    Await.until(
        "the store answers",
        BOUND,
        () -> {
          try {
            found[0] = store.find(key).orElseThrow(() -> new AssertionError("signed out"));
            return true;
          } catch (SessionsUnavailableException e) {
            return false;
          }
        });
    return found[0];
  }

  @Test
  void nobodyWaitsLongForAMemberThatHangsAndTheOthersSessionsGoOn() {
    try (GridCluster grid = new GridCluster(2);
        HazelcastSessionStore patient = GridStores.patient(grid, 0);
        HazelcastSessionStore store = GridStores.shipped(grid, 0)) {
      List<SessionKey> keys = someIn(patient);
      List<SessionKey> own = keys.stream().filter(k -> grid.ownerOf(k.hex()) == 0).toList();
      List<SessionKey> its = keys.stream().filter(k -> grid.ownerOf(k.hex()) == 1).toList();

      grid.hang();

      for (SessionKey key : its.subList(0, 5)) {
        assertRefusedSoon(() -> store.find(key));
      }
      assertRefusedSoon(() -> store.create(its.get(0), fresh()));
      for (SessionKey key : own) {
        assertThat(patient.find(key)).isPresent();
      }
      for (SessionKey key : its) {
        assertThat(foundIn(store, key)).as("its copy, when it is given up").isNotNull();
      }
    }
  }

  @Test
  void whereTheGridIsGoneItIsSaidPlainlyAndAtOnce() {
    try (GridCluster grid = new GridCluster(1);
        HazelcastSessionStore patient = GridStores.patient(grid, 0);
        HazelcastSessionStore store = GridStores.shipped(grid, 0)) {
      SessionKey key = SessionId.random().key();
      patient.create(key, fresh());
      StoredSession seen = patient.find(key).orElseThrow();

      grid.kill(0);

      for (int i = 0; i < 5; i++) {
        assertRefusedSoon(() -> store.find(key));
        assertRefusedSoon(() -> store.replace(key, seen, fresh()));
        assertRefusedSoon(() -> store.create(SessionId.random().key(), fresh()));
      }
    }
  }

  private static void assertRefusedSoon(Runnable call) {
    Instant before = Instant.now();
    assertThatThrownBy(call::run)
        .isInstanceOf(SessionsUnavailableException.class)
        .hasMessageContaining("data grid");
    assertThat(Duration.between(before, Instant.now())).isLessThan(SOON);
  }
}
