package org.snapfleet.sessions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.snapfleet.site.Await;
import org.snapfleet.site.RedisCluster;
import org.snapfleet.site.RedisServer;

/** A real cluster of three, found out from one of them. */
@Tag("redis")
class RedisClusterIT {
  private static final Person ANN = new Person(new UUID(1, 2), "Ann", false, true);
  private static final int SESSIONS = 60;
  private static final Duration FAIL_OVER = Duration.ofSeconds(30);

  private final RedisCluster cluster = new RedisCluster(1);
  private final List<SessionKey> keys = new ArrayList<>();
  private RedisSessionStore store;

  @BeforeEach
  void signIn() {
    store = RedisStores.patient("redis://127.0.0.1:" + node(1).port(), Duration.ofSeconds(1));
    for (int i = 0; i < SESSIONS; i++) {
      SessionKey key = SessionId.random().key();
      store.create(key, SessionRecord.started(ANN, Instant.now()));
      keys.add(key);
    }
  }

  @AfterEach
  void stop() {
    store.close();
    cluster.close();
  }

  private RedisServer node(int index) {
    return cluster.masters().get(index);
  }

  private List<SessionKey> on(RedisServer node) {
    String held = node.cli("KEYS", "*");
    return keys.stream().filter(key -> held.contains(key.hex())).toList();
  }

  @Test
  void allNodesHoldAShareAndChangesReachIt() {
    assertThat(cluster.masters()).allMatch(node -> !on(node).isEmpty());

    for (SessionKey key : keys) {
      StoredSession seen = store.find(key).orElseThrow();
      assertThat(store.replace(key, seen, seen.session().tombstone())).isTrue();
      assertThat(store.replace(key, seen, seen.session())).isFalse();
    }
  }

  /** One share is not to be had; the others are served as ever, without a pause. */
  @Test
  void aNodeThatHangsHoldsNobodyElseUp() {
    List<SessionKey> lost = on(node(2));
    List<SessionKey> others = new ArrayList<>(keys);
    others.removeAll(lost);
    node(2).hang();

    for (int i = 0; i < 20; i++) {
      assertThatThrownBy(() -> store.find(lost.get(0)))
          .isInstanceOf(SessionsUnavailableException.class);
      if (i > 5) {
        assertThat(others).allMatch(key -> store.find(key).isPresent());
      }
    }

    node(2).goOn();
    Await.until(
        "the share is back",
        FAIL_OVER,
        () -> lost.stream().allMatch(key -> store.find(key).isPresent()));
  }

  @Test
  void theReplicaTakesOverFromAKilledNode() {
    List<SessionKey> moving = on(node(0));
    node(0).kill();

    isServedByTheReplica(moving);
  }

  @Test
  void theReplicaTakesOverFromANodeThatHangs() {
    List<SessionKey> moving = on(node(0));
    node(0).hang();

    isServedByTheReplica(moving);
  }

  private void isServedByTheReplica(List<SessionKey> moving) {
    assertThat(moving).isNotEmpty();
    Await.until(
        "the replica serves",
        FAIL_OVER,
        () ->
            moving.stream().allMatch(key -> store.find(key).isPresent())
                && cluster.replicas().get(0).cli("ROLE").startsWith("master"));
    for (SessionKey key : keys) {
      StoredSession seen = store.find(key).orElseThrow();
      assertThat(store.replace(key, seen, seen.session().tombstone())).isTrue();
    }
  }

  /** The one address that is known may be the one that is gone. */
  @Test
  void theNodeOfTheAddressMayDie() {
    List<SessionKey> lost = on(node(1));
    List<SessionKey> others = new ArrayList<>(keys);
    others.removeAll(lost);
    node(1).kill();

    for (int i = 0; i < 10; i++) {
      assertThatThrownBy(() -> store.find(lost.get(0)))
          .isInstanceOf(SessionsUnavailableException.class);
      assertThat(others).allMatch(key -> store.find(key).isPresent());
    }
  }
}
