package org.snapfleet.sessions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.snapfleet.sessions.MemcachedCluster.ANN;
import static org.snapfleet.sessions.MemcachedCluster.begun;
import static org.snapfleet.sessions.MemcachedCluster.held;
import static org.snapfleet.sessions.MemcachedCluster.text;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.snapfleet.site.Await;
import org.snapfleet.site.MemcachedServer;
import org.snapfleet.site.SlowWire;

/** What sessions on Memcached promise, on three real nodes. */
@Tag("memcached")
class MemcachedSessionStoreIT {
  /** What only a failure reaches, on a busy machine too. */
  private static final Duration BOUND = Duration.ofSeconds(20);

  private static MemcachedCluster cluster;

  @BeforeAll
  static void start() {
    cluster = new MemcachedCluster();
  }

  @AfterAll
  static void stop() {
    cluster.close();
  }

  @AfterEach
  void recover() {
    cluster.recover();
  }

  private static StoredSession seen(SessionStore store, SessionKey key) {
    return store.find(key).orElseThrow();
  }

  private static void end(SessionStore store, SessionKey key) {
    StoredSession seen = seen(store, key);
    assertThat(store.replace(key, seen, seen.session().tombstone())).isTrue();
  }

  private static void eventually(String what, Await.Condition condition) {
    Await.until(what, BOUND, condition);
  }

  private static Duration time(Runnable work) {
    long start = System.nanoTime();
    work.run();
    return Duration.ofNanos(System.nanoTime() - start);
  }

  @Test
  void aSessionIsOnAsManyNodesAsAskedAndForgottenWhenItDies() {
    MemcachedSessionStore store = cluster.store(2);
    SessionKey key = begun(store);

    for (MemcachedServer server : cluster.of(key, 2)) {
      assertThat(held(server, key)).isPresent();
      assertThat(server.secondsLeft(text(key))).isBetween(1790, 1810);
    }
    assertThat(held(cluster.of(key, 3).get(2), key)).isEmpty();

    end(store, key);
    for (MemcachedServer server : cluster.of(key, 2)) {
      assertThat(server.secondsLeft(text(key))).isBetween(43_190, 43_210);
    }
  }

  @Test
  void whatOneInstanceBeganAnotherFindsAndAnUnknownSessionIsNone() {
    SessionKey key = begun(cluster.store(1));

    assertThat(seen(cluster.store(1), key).session().person()).isEqualTo(ANN);
    assertThat(cluster.store(1).find(SessionId.random().key())).isEmpty();
  }

  @Test
  void withTwoCopiesTheDeathOfAnyNodeSignsNobodyOut() {
    MemcachedSessionStore store = cluster.store(2);
    List<SessionKey> keys = begun(store, 60);

    for (MemcachedServer node : cluster.servers()) {
      node.kill();
      assertThat(keys).allSatisfy(key -> assertThat(store.find(key)).isPresent());

      node.start(); // empty
      MemcachedSessionStore other = cluster.store(2);
      assertThat(keys).allSatisfy(key -> assertThat(other.find(key)).isPresent());
      assertThat(keys)
          .as("each read restored what was missing")
          .allSatisfy(
              key ->
                  assertThat(cluster.of(key, 2))
                      .allSatisfy(one -> assertThat(held(one, key)).isPresent()));
      eventually("used again", () -> keys.stream().allMatch(key -> changesReach(node, store, key)));
    }
  }

  private static boolean changes(SessionStore store, SessionKey key) {
    StoredSession seen = seen(store, key);
    return store.replace(key, seen, seen.session().touched(Instant.now()));
  }

  @Test
  void withThreeCopiesTheDeathOfAnyTwoSignsNobodyOut() {
    MemcachedSessionStore store = cluster.store(3);
    List<SessionKey> keys = begun(store, 30);

    cluster.servers().get(0).kill();
    cluster.servers().get(2).kill();

    assertThat(keys)
        .allSatisfy(
            key -> {
              assertThat(store.find(key)).isPresent();
              assertThat(changes(store, key)).isTrue();
            });
  }

  @Test
  void aNodeThatMissedTheSignOutRevivesNothing() {
    for (int missing = 0; missing < 2; missing++) {
      MemcachedSessionStore store = cluster.store(2);
      SessionKey key = begun(store);
      MemcachedServer away = cluster.of(key, 2).get(missing);

      byte[] alive = away.value(text(key));
      away.suspend();
      end(store, key);
      cluster.recover();
      away.put(text(key), alive); // as if nothing of the sign-out had reached it later

      assertThat(seen(cluster.store(2), key).session().ended()).isTrue();
      assertThat(held(away, key).orElseThrow().ended()).as("repaired by the read").isTrue();
    }
  }

  @Test
  void aSignOutThatMissedANodeIsNotEverywhere() {
    for (int missing = 0; missing < 2; missing++) {
      MemcachedSessionStore store = cluster.store(2);
      SessionKey key = begun(store);
      assertThat(store.isEverywhere(key)).isTrue();

      cluster.of(key, 2).get(missing).suspend();
      end(store, key);
      assertThat(store.isEverywhere(key)).isFalse();

      cluster.recover();
      MemcachedSessionStore other = cluster.store(2);
      assertThat(seen(other, key).session().ended()).isTrue();
      assertThat(other.isEverywhere(key)).isTrue();
    }
  }

  @Test
  void noLiveStateReplacesATombstone() {
    MemcachedSessionStore store = cluster.store(2);
    SessionKey key = begun(store);
    StoredSession alive = seen(store, key);
    end(store, key);
    StoredSession tombstone = seen(store, key);

    assertThat(store.replace(key, alive, alive.session().touched(Instant.now()))).isFalse();
    assertThat(store.replace(key, tombstone, alive.session())).isFalse();
    assertThat(seen(store, key).session().ended()).isTrue();
  }

  @Test
  void aCopyOnAFormerStateIsLiftedAndStillOneChangeWins() {
    MemcachedSessionStore store = cluster.store(2);
    SessionKey key = begun(store);
    MemcachedServer first = cluster.of(key, 2).get(0);
    byte[] old = first.value(text(key));
    assertThat(changes(store, key)).isTrue();
    StoredSession seen = seen(store, key);

    first.put(text(key), old);
    assertThat(store.replace(key, seen, seen.session().tombstone())).isTrue();
    assertThat(held(first, key).orElseThrow().ended()).isTrue();
  }

  @Test
  void anEvictedCopyComesBackFromTheOther() {
    MemcachedSessionStore store = cluster.store(2);
    SessionKey key = begun(store);
    for (MemcachedServer evicting : cluster.of(key, 2)) {
      evicting.ask("delete " + text(key) + "\r\n");

      assertThat(changes(store, key)).isTrue();
      assertThat(held(evicting, key)).isPresent();
    }
  }

  @Test
  void aFullNodeThatKeepsNothingNewIsAsGoodAsNone() {
    try (MemcachedServer full = new MemcachedServer("-m", "2", "-M")) {
      assertThat(fill(full)).contains("SERVER_ERROR out of memory");

      MemcachedSessionStore alone = cluster.store(1, List.of(full.address()));
      assertThatThrownBy(() -> begun(alone)).isInstanceOf(SessionsUnavailableException.class);

      MemcachedSessionStore both =
          cluster.store(2, List.of(full.address(), cluster.addresses().get(0)));
      for (SessionKey key : begun(both, 10)) {
        assertThat(both.find(key)).isPresent();
      }
    }
  }

  @Test
  void whatAFullNodeThrewOutComesBackFromTheOther() {
    try (MemcachedServer full = new MemcachedServer("-m", "2")) {
      MemcachedSessionStore store =
          cluster.store(2, List.of(full.address(), cluster.addresses().get(0)));
      SessionKey key = begun(store);
      assertThat(held(full, key)).isPresent();
      fill(full);
      assertThat(full.value(text(key))).isNull();

      assertThat(store.find(key)).isPresent();
      assertThat(held(full, key)).isPresent();
    }
  }

  /** With ten times what it has room for. */
  private static String fill(MemcachedServer server) {
    int length = SessionCopy.first(SessionRecord.started(ANN, Instant.now())).bytes().length;
    String answer = "";
    for (int i = 0; i < 200; i++) {
      StringBuilder commands = new StringBuilder();
      for (int j = 0; j < 500; j++) {
        SessionKey other = SessionId.random().key(); // as long as a session: in the same slabs
        commands.append("set %s 0 0 %d\r\n".formatted(text(other), length));
        commands.append("x".repeat(length)).append("\r\n");
      }
      answer = server.ask(commands.toString());
    }
    return answer;
  }

  @Test
  void bytesThatAreNotOursReadAsNothingAndAreLeftAlone() {
    MemcachedSessionStore store = cluster.store(1);
    SessionKey key = begun(store);
    StoredSession before = seen(store, key);
    MemcachedServer node = cluster.of(key, 1).get(0);
    byte[] newer = node.value(text(key));
    newer[0]++;
    for (byte[] foreign : List.of(new byte[0], new byte[] {1}, newer, new byte[5000])) {
      node.put(text(key), foreign);

      assertThat(store.find(key)).isEmpty();
      assertThat(store.replace(key, before, before.session().tombstone())).isFalse();
      assertThat(node.value(text(key))).isEqualTo(foreign);
    }
  }

  @Test
  void ofTwoCopiesTheReadableOneIsBelieved() {
    MemcachedSessionStore store = cluster.store(2);
    SessionKey key = begun(store);
    cluster.of(key, 2).get(0).put(text(key), new byte[] {9, 9});

    assertThat(store.find(key)).isPresent();
    end(store, key);
    assertThat(seen(store, key).session().ended()).isTrue();
  }

  /** Fifty reads that each waited for their second would take fifty. */
  @Test
  void aSlowNodeIsWaitedForAFewTimesAndThenLeftAlone() throws IOException {
    MemcachedServer slow = cluster.servers().get(0);
    try (SlowWire wire = new SlowWire(slow.address())) {
      MemcachedSessionStore store =
          cluster.store(2, List.of(wire.address(), cluster.addresses().get(1)));
      List<SessionKey> keys = begun(store, 50);
      wire.delay(Duration.ofSeconds(5));

      assertThat(time(() -> keys.forEach(key -> seen(store, key)))).isLessThan(BOUND);

      wire.delay(Duration.ZERO);
      eventually("used again", () -> changesReach(slow, store, keys.get(0)));
    }
  }

  /** The first few wait, in vain, before the node is left alone; nobody for long. */
  @Test
  void asShippedNobodyWaitsASecondForASlowNode() throws IOException {
    try (SlowWire wire = new SlowWire(cluster.servers().get(0).address())) {
      for (int copies = 1; copies <= 2; copies++) {
        MemcachedSessionStore store =
            cluster.shippedStore(copies, List.of(wire.address(), cluster.addresses().get(1)));
        wire.delay(Duration.ZERO);
        List<SessionKey> keys = begun(store, 40);
        wire.delay(Duration.ofSeconds(5));

        for (SessionKey key : keys) {
          assertThat(time(() -> isFound(store, key))).isLessThan(Duration.ofSeconds(1));
        }
      }
    }
  }

  private static boolean changesReach(MemcachedServer node, SessionStore store, SessionKey key) {
    changes(store, key);
    return held(node, key).isEmpty()
        || held(node, key).get().touchedAt().equals(seen(store, key).session().touchedAt());
  }

  @Test
  void withoutAnyNodeItIsSaid() {
    MemcachedSessionStore store = cluster.store(2, cluster.addresses(), Duration.ofMillis(300));
    List<SessionKey> keys = begun(store, 100);
    StoredSession seen = seen(store, keys.get(0));
    cluster.servers().forEach(MemcachedServer::suspend);

    assertThat(time(() -> keys.forEach(key -> unavailable(() -> store.find(key)))))
        .as("ninety seconds, if each were waited for")
        .isLessThan(BOUND);
    unavailable(() -> begun(store));
    unavailable(() -> store.replace(keys.get(0), seen, seen.session().tombstone()));

    cluster.servers().forEach(MemcachedServer::resume);
    eventually("they are back", () -> keys.stream().allMatch(key -> isFound(store, key)));
  }

  private static void unavailable(ThrowingCallable call) {
    assertThatThrownBy(call).isInstanceOf(SessionsUnavailableException.class);
  }

  private static boolean isFound(SessionStore store, SessionKey key) {
    try {
      return store.find(key).isPresent();
    } catch (SessionsUnavailableException e) {
      return false;
    }
  }

  @Test
  void whatOnlyADeadNodeCouldTellIsNotTakenForASignOut() {
    MemcachedSessionStore store = cluster.store(2);
    SessionKey key = begun(store);
    List<MemcachedServer> its = cluster.of(key, 2);
    its.get(1).ask("delete " + text(key) + "\r\n");
    its.get(0).suspend();

    unavailable(() -> store.find(key));
  }
}
