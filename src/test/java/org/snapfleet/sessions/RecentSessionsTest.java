package org.snapfleet.sessions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class RecentSessionsTest {
  private static final Person ANN = new Person(new UUID(1, 2), "Ann", false, true);

  private final SessionKey key = SessionId.random().key();
  private final AskedStore store = new AskedStore();
  private final RecentSessions recent = new RecentSessions(store, store.nanos::get);

  /** In memory; counts what it is asked, fails if told so, and may be made to wait. */
  private static final class AskedStore implements SessionStore {
    private final MemorySessionStore memory = new MemorySessionStore(Clock.systemUTC());
    private final CountDownLatch asked = new CountDownLatch(1);
    private CompletableFuture<Void> gate = CompletableFuture.completedFuture(null);
    private final AtomicLong nanos = new AtomicLong();
    private int finds;
    private boolean away;

    @Override
    public void create(SessionKey key, SessionRecord session) {
      memory.create(key, session);
    }

    @Override
    public Optional<StoredSession> find(SessionKey key) {
      finds++;
      Optional<StoredSession> found = memory.find(key);
      asked.countDown();
      gate.join();
      if (away) {
        throw new SessionsUnavailableException("away", null);
      }
      return found;
    }

    @Override
    public boolean replace(SessionKey key, StoredSession seen, SessionRecord next) {
      return memory.replace(key, seen, next);
    }

    private void end(SessionKey key) {
      StoredSession seen = memory.find(key).orElseThrow();
      assertThat(replace(key, seen, seen.session().tombstone())).isTrue();
    }
  }

  @BeforeEach
  void signIn() {
    store.create(key, SessionRecord.started(ANN, Instant.now()));
  }

  private boolean isEnded() {
    return recent.find(key).orElseThrow().session().ended();
  }

  private void pass(Duration time) {
    store.nanos.addAndGet(time.toNanos());
  }

  @Test
  void whoComesAMomentLaterIsToldTheSame() {
    Optional<StoredSession> first = recent.find(key);
    pass(Duration.ofNanos(9_999_999));

    assertThat(recent.find(key)).isEqualTo(first).isPresent();
    assertThat(store.finds).isEqualTo(1);
  }

  @Test
  void whoComesAfterTheAcknowledgementOfAnEndDoesNotShareAQuestionFromBeforeIt() {
    assertThat(isEnded()).isFalse();
    store.end(key);
    pass(RecentSessions.ALL_FORGOTTEN);

    assertThat(isEnded()).isTrue();
  }

  @Test
  void aQuestionIsAsOldAsItsSendingWhenItIsAnsweredLate() throws Exception {
    store.gate = new CompletableFuture<>();
    CompletableFuture<Optional<StoredSession>> slow =
        CompletableFuture.supplyAsync(() -> recent.find(key));
    store.asked.await();
    store.end(key);
    pass(RecentSessions.ALL_FORGOTTEN);
    store.gate.complete(null);

    assertThat(slow.get().orElseThrow().session().ended()).isFalse();
    assertThat(isEnded()).isTrue();
  }

  @Test
  void manyAtOnceShareOneAnswer() throws Exception {
    store.gate = new CompletableFuture<>();
    CompletableFuture<?> first = CompletableFuture.supplyAsync(() -> recent.find(key));
    store.asked.await();
    CompletableFuture<?> second = CompletableFuture.supplyAsync(() -> recent.find(key));
    store.gate.complete(null);

    assertThat(first.get()).isEqualTo(second.get());
    assertThat(store.finds).isEqualTo(1);
  }

  @Test
  void whatWasChangedHereIsAskedAnew() {
    assertThat(isEnded()).isFalse();
    store.end(key);
    recent.forget(key);

    assertThat(isEnded()).isTrue();
  }

  @Test
  void oneInVainIsSharedByNobody() {
    store.away = true;
    assertThatThrownBy(() -> recent.find(key)).isInstanceOf(SessionsUnavailableException.class);
    store.away = false;

    assertThat(recent.find(key)).isPresent();
    SessionKey other = SessionId.random().key();
    assertThat(recent.find(other)).isEmpty();
    store.create(other, SessionRecord.started(ANN, Instant.now()));
    assertThat(recent.find(other)).isPresent();
  }

  @Test
  void nobodyIsTakenForAnother() {
    for (int i = 0; i < 5000; i++) {
      SessionKey other = SessionId.random().key();
      Person person = new Person(new UUID(3, i), "person-" + i, false, false);
      store.create(other, SessionRecord.started(person, Instant.now()));
      recent.find(key);

      assertThat(recent.find(other).orElseThrow().session().person()).isEqualTo(person);
      assertThat(recent.find(key).orElseThrow().session().person()).isEqualTo(ANN);
    }
  }
}
