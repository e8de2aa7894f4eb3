package org.snapfleet.sessions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** What a store promises that several instances share, wherever it keeps the sessions. */
abstract class SharedStoreContract {
  static final Person ANN = new Person(new UUID(1, 2), "Ann", false, true);

  final Instant now = Instant.now();
  final SessionKey key = SessionId.random().key();

  /** The stores of three instances. */
  abstract List<? extends SessionStore> stores();

  /** Removes a record behind the stores' backs. */
  abstract void lose(SessionKey key);

  /** How many sign-outs race touches. */
  int rounds() {
    return 100;
  }

  /** How many changes are raced for. */
  int races() {
    return 300;
  }

  /** Whose threads the other instances are. */
  Executor threads() {
    return ForkJoinPool.commonPool();
  }

  /** How it is said that a key is taken. */
  Class<? extends RuntimeException> refusal() {
    return SessionsUnavailableException.class;
  }

  final SessionStore store() {
    return stores().get(0);
  }

  final SessionRecord fresh() {
    return SessionRecord.started(ANN, Instant.ofEpochMilli(now.toEpochMilli()));
  }

  @Test
  void whatOneInstanceKeepsTheOthersFind() {
    store().create(key, fresh());

    assertThat(stores())
        .hasSize(3)
        .allSatisfy(
            each -> assertThat(each.find(key).map(StoredSession::session)).contains(fresh()));
    assertThat(store().find(SessionId.random().key())).isEmpty();
  }

  @Test
  void onlyTheFirstOfTwoChangesIsMade() {
    store().create(key, fresh());
    StoredSession seen = store().find(key).orElseThrow();

    assertThat(stores().get(1).replace(key, seen, fresh().tombstone())).isTrue();
    assertThat(store().replace(key, seen, fresh().touched(now.plusSeconds(60)))).isFalse();
    assertThat(store().find(key).orElseThrow().session().ended()).isTrue();
  }

  @Test
  void whatIsGoneIsNotReplaced() {
    store().create(key, fresh());
    StoredSession seen = store().find(key).orElseThrow();
    lose(key);

    assertThat(store().replace(key, seen, fresh())).isFalse();
    assertThat(store().find(key)).isEmpty();
  }

  @Test
  void noSessionIsCreatedOverAnother() {
    store().create(key, fresh());

    assertThatThrownBy(() -> store().create(key, fresh().tombstone())).isInstanceOf(refusal());
    assertThat(store().find(key).orElseThrow().session()).isEqualTo(fresh());
  }

  @Test
  void ofThreeWhoRaceExactlyOneWinsEachTime() {
    int changes = races();
    store().create(key, fresh());
    StoredSession[] seen = new StoredSession[1];
    CyclicBarrier start =
        new CyclicBarrier(stores().size(), () -> seen[0] = store().find(key).orElseThrow());
    List<CompletableFuture<List<Boolean>>> racing =
        stores().stream()
            .map(
                by ->
                    CompletableFuture.supplyAsync(
                        () -> changes(by, changes, seen, start), threads()))
            .toList();

    List<List<Boolean>> won = racing.stream().map(CompletableFuture::join).toList();
    for (int i = 0; i < changes; i++) {
      int change = i;
      assertThat(won.stream().filter(by -> by.get(change)).count())
          .as("winners of change %d", i)
          .isEqualTo(1);
    }
  }

  /** Each makes another change, so that no two are the same by chance. */
  private List<Boolean> changes(
      SessionStore by, int times, StoredSession[] seen, CyclicBarrier start) {
    int seconds = 1 + stores().indexOf(by);
    List<Boolean> won = new ArrayList<>();
    try {
      for (int i = 0; i < times; i++) {
        start.await();
        won.add(by.replace(key, seen[0], fresh().touched(now.plusSeconds(seconds))));
      }
      return won;
    } catch (InterruptedException | BrokenBarrierException e) {
      throw new AssertionError(e);
    }
  }

  /** As of a sign-out on one instance and of touches on all three. */
  @Test
  void nobodyIsAliveAnywhereAfterASignOutThatRacesTouches() {
    for (int round = 0; round < rounds(); round++) {
      SessionKey racing = SessionId.random().key();
      store().create(racing, fresh());
      AtomicBoolean over = new AtomicBoolean();
      List<CompletableFuture<Void>> touching =
          stores().stream()
              .map(by -> CompletableFuture.runAsync(() -> touchUntil(over, by, racing), threads()))
              .toList();

      StoredSession seen = store().find(racing).orElseThrow();
      while (!store().replace(racing, seen, seen.session().tombstone())) {
        seen = store().find(racing).orElseThrow();
      }

      assertThat(stores()).allSatisfy(each -> assertEnded(each, racing));
      over.set(true);
      touching.forEach(CompletableFuture::join);
      assertEnded(store(), racing);
    }
  }

  private static void assertEnded(SessionStore store, SessionKey key) {
    assertThat(store.find(key).orElseThrow().session().ended()).isTrue();
  }

  private void touchUntil(AtomicBoolean over, SessionStore by, SessionKey racing) {
    while (!over.get()) {
      StoredSession seen = by.find(racing).orElseThrow();
      if (!seen.session().ended()) {
        by.replace(racing, seen, seen.session().touched(now.plusSeconds(60)));
      }
    }
  }
}
