package org.snapfleet.sessions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.snapfleet.site.Await;
import org.snapfleet.site.RedisServer;

/** A server that is slow, gone, new or not the one to write to: nobody waits for it for long. */
@Tag("redis")
class RedisTroubleIT {
  /** The time-out of 250 ms, and all that a busy machine may add to it. */
  private static final Duration SOON = Duration.ofSeconds(5);

  private static final Duration AGAIN = Duration.ofSeconds(20);
  private static final Person ANN = new Person(new UUID(1, 2), "Ann", false, true);

  private final RedisServer server = new RedisServer();
  private final SessionKey key = SessionId.random().key();
  private RedisSessionStore store;

  @AfterEach
  void stop() {
    if (store != null) {
      store.close();
    }
    server.close();
  }

  private void connect() {
    server.start();
    store = RedisStores.connected("redis://127.0.0.1:" + server.port());
    store.create(key, SessionRecord.started(ANN, Instant.now()));
  }

  private void failsSoon(Duration bound) {
    long start = System.nanoTime();
    assertThatThrownBy(() -> store.find(key)).isInstanceOf(SessionsUnavailableException.class);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(bound);
  }

  private void isSignedInAgain() {
    Await.until("signed in again", AGAIN, () -> store.find(key).isPresent());
  }

  @Test
  void aServerThatHangsIsNotWaitedFor() {
    connect();
    server.hang();

    failsSoon(SOON);
    Await.until("it is left alone", AGAIN, () -> !isWaitedFor());

    server.goOn();
    isSignedInAgain();
  }

  /** Without the breaker, each of the four waits again and again: some fifty times. */
  @Test
  void manyVisitorsDoNotWaitTogether() throws Exception {
    connect();
    server.hang();
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(3);
    List<CompletableFuture<Integer>> visitors = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      visitors.add(CompletableFuture.supplyAsync(() -> waitsUntil(end)));
    }

    int waits = visitors.stream().mapToInt(CompletableFuture::join).sum();

    assertThat(waits).isBetween(1, 4 * 3 + 3 + 4);
    server.goOn();
    isSignedInAgain();
  }

  private int waitsUntil(long end) {
    int waits = 0;
    while (System.nanoTime() < end) {
      waits += isWaitedFor() ? 1 : 0;
    }
    return waits;
  }

  /** Whether a visitor had to wait to learn that there is no answer. */
  private boolean isWaitedFor() {
    try {
      store.find(key);
      throw new AssertionError("it answers");
    } catch (SessionsUnavailableException e) {
      return !e.getMessage().startsWith("no answers lately");
    }
  }

  @Test
  void aSlowAnswerIsNotWaitedForAndDisturbsNoLaterOne() {
    connect();
    CompletableFuture<String> sleeping =
        CompletableFuture.supplyAsync(() -> server.cli("DEBUG", "SLEEP", "1.5"));
    Await.until("it sleeps", AGAIN, () -> !answers());

    failsSoon(SOON);

    sleeping.join();
    isSignedInAgain();
    for (int i = 0; i < 100; i++) {
      assertThat(store.find(SessionId.random().key())).isEmpty();
      assertThat(store.find(key)).isPresent();
    }
  }

  private boolean answers() {
    try {
      return store.find(key).isPresent();
    } catch (SessionsUnavailableException e) {
      return false;
    }
  }

  @Test
  void aServerThatComesBackEmptySignsEveryoneOut() {
    connect();
    StoredSession seen = store.find(key).orElseThrow();
    server.kill();

    for (int i = 0; i < 10; i++) {
      failsSoon(SOON);
    }
    server.start();

    Await.until("it answers again", AGAIN, () -> RedisStores.answers(store));
    assertThat(store.find(key)).isEmpty();
    assertThat(store.replace(key, seen, seen.session().touched(Instant.now()))).isFalse();
    store.create(key, seen.session());
    assertThat(store.find(key)).isPresent();
  }

  @Test
  void aServerThatIsDownAtTheStartIsConnectedToLater() {
    store = RedisStores.begun("redis://127.0.0.1:" + server.port());
    failsSoon(SOON);

    server.start();

    Await.until("it answers", AGAIN, () -> RedisStores.answers(store));
  }

  @Test
  void aServerThatAcceptsAndIsSilentHoldsNeitherStartNorEndUp() throws IOException {
    try (ServerSocket silent = new ServerSocket(0)) {
      long start = System.nanoTime();
      store = RedisStores.begun("redis://127.0.0.1:" + silent.getLocalPort());
      failsSoon(SOON);
      store.close();

      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
    }
  }

  /** What an address of a primary does at a fail-over: it leads to another server from then on. */
  @Test
  void aConnectionThatHasBecomeReadOnlyIsThrownAway() {
    connect();
    String before = server.cli("CLIENT", "LIST");
    server.cli("REPLICAOF", "127.0.0.1", "1");
    StoredSession seen = store.find(key).orElseThrow();
    assertThatThrownBy(() -> store.replace(key, seen, seen.session()))
        .isInstanceOf(SessionsUnavailableException.class);

    Await.until(
        "another connection",
        AGAIN,
        () -> !ids(server.cli("CLIENT", "LIST")).equals(ids(before)) && RedisStores.answers(store));
    server.cli("REPLICAOF", "NO", "ONE");
    assertThat(store.replace(key, seen, seen.session())).isTrue();
  }

  private static List<String> ids(String clients) {
    return clients
        .lines()
        .filter(line -> line.contains("name=snapfleet"))
        .map(line -> line.split(" ", 2)[0])
        .toList();
  }

  @Test
  void nothingOfAClosedStoreRunsOn() {
    connect();
    assertThat(threads()).isNotEmpty();

    store.close();

    Await.until("its threads end", AGAIN, () -> threads().isEmpty());
    Await.until("its connections end", AGAIN, () -> ids(server.cli("CLIENT", "LIST")).isEmpty());
  }

  private static List<String> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.startsWith("lettuce-") || name.startsWith("redis-link"))
        .toList();
  }
}
