package org.snapfleet.sessions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.snapfleet.sessions.MemcachedCluster.begun;
import static org.snapfleet.sessions.MemcachedCluster.held;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snapfleet.site.MemcachedServer;

/** Instances that change the same sessions at once. */
@Tag("memcached")
class MemcachedRacesIT {
  private static MemcachedCluster cluster;
  private final ExecutorService threads = Executors.newCachedThreadPool();

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
    threads.shutdownNow();
    cluster.recover();
  }

  private static boolean touch(SessionStore store, SessionKey key, StoredSession seen) {
    return store.replace(key, seen, seen.session().touched(Instant.now()));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void ofTwoRacingChangesExactlyOneWins(int copies) throws Exception {
    MemcachedSessionStore one = cluster.store(copies);
    MemcachedSessionStore other = cluster.store(copies);
    SessionKey key = begun(one);
    CyclicBarrier together = new CyclicBarrier(2);
    for (int round = 0; round < 1000; round++) {
      StoredSession seen = one.find(key).orElseThrow();
      List<Future<Boolean>> changes = new ArrayList<>();
      for (SessionStore store : List.of(one, other)) {
        changes.add(
            threads.submit(
                () -> {
                  together.await();
                  return touch(store, key, seen);
                }));
      }
      boolean first = changes.get(0).get();
      boolean second = changes.get(1).get();
      assertThat(first).as("round %d: just one wins", round).isNotEqualTo(second);
      assertThat(one.find(key).orElseThrow().version()).isNotEqualTo(seen.version());
    }
  }

  @Test
  void aSignOutRacingTouchesIsFinal() throws Exception {
    MemcachedSessionStore ending = cluster.store(2);
    List<MemcachedSessionStore> touching = List.of(cluster.store(2), cluster.store(2));
    AtomicInteger alive = new AtomicInteger();
    AtomicInteger touches = new AtomicInteger();
    for (SessionKey key : begun(ending, 100)) {
      AtomicBoolean ended = new AtomicBoolean();
      AtomicBoolean over = new AtomicBoolean();
      List<Future<Void>> requests = new ArrayList<>();
      for (SessionStore store : touching) {
        Callable<Void> request =
            () -> {
              while (!over.get()) {
                boolean afterTheEnd = ended.get();
                StoredSession seen = store.find(key).orElseThrow();
                if (!seen.session().ended()) {
                  alive.addAndGet(afterTheEnd ? 1 : 0);
                  touches.addAndGet(touch(store, key, seen) ? 1 : 0);
                }
              }
              return null;
            };
        requests.add(threads.submit(request));
      }
      Thread.sleep(5);
      end(ending, key);
      ended.set(true);
      Thread.sleep(5);
      over.set(true);
      await(requests);
    }
    assertThat(alive).hasValue(0);
    assertThat(touches.get()).isGreaterThan(100);
  }

  @Test
  void whileNodesComeAndGoASignOutIsNeverUndoneAndTheCopiesMeet() throws Exception {
    MemcachedSessionStore ending = cluster.hurriedStore(2);
    MemcachedSessionStore touching = cluster.hurriedStore(2);
    List<SessionKey> keys = begun(ending, 40);
    AtomicBoolean over = new AtomicBoolean();
    Callable<Void> outages =
        () -> {
          for (int i = 0; !over.get(); i++) {
            MemcachedServer node = cluster.servers().get(i % 3);
            node.suspend();
            Thread.sleep(120);
            node.resume();
            Thread.sleep(120);
          }
          return null;
        };
    Callable<Void> touches =
        () -> {
          while (!over.get()) {
            for (SessionKey key : keys) {
              tryTo(() -> touching.find(key).ifPresent(seen -> touch(touching, key, seen)));
            }
          }
          return null;
        };
    List<Future<Void>> background = List.of(threads.submit(outages), threads.submit(touches));
    for (SessionKey key : keys) {
      while (!tryTo(() -> end(ending, key))) {
        Thread.sleep(10);
      }
      Thread.sleep(30);
    }
    over.set(true);
    await(background);
    cluster.recover();

    MemcachedSessionStore fresh = cluster.store(2);
    assertThat(keys)
        .allSatisfy(
            key -> {
              assertThat(fresh.find(key).orElseThrow().session().ended()).isTrue();
              assertThat(cluster.of(key, 2))
                  .allSatisfy(node -> assertThat(held(node, key).orElseThrow().ended()).isTrue());
            });
  }

  /** As {@link Sessions} does. */
  private static void end(SessionStore store, SessionKey key) {
    StoredSession seen = store.find(key).orElseThrow();
    while (!seen.session().ended() && !store.replace(key, seen, seen.session().tombstone())) {
      seen = store.find(key).orElseThrow();
    }
  }

  private static boolean tryTo(Runnable work) {
    try {
      work.run();
      return true;
    } catch (SessionsUnavailableException e) {
      return false;
    }
  }

  private static void await(List<Future<Void>> all) throws InterruptedException {
    for (Future<Void> one : all) {
      try {
        one.get();
      } catch (ExecutionException e) {
        throw new AssertionError(e.getCause());
      }
    }
  }
}
