package org.snapfleet.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.snapfleet.fleet.DatabaseClock;

/** How often a session that is used is written. */
class SessionsTest {
  private static final Person ANN = new Person(new UUID(1, 2), "Ann", false, true);

  private final HandClock clock = new HandClock();
  private final CountingStore store = new CountingStore();
  private final Sessions sessions = new Sessions(store, new Revocations(null, null, clock), clock);

  private static final class HandClock extends DatabaseClock {
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    @Override
    public Instant instant() {
      return now;
    }
  }

  /** In memory, and knows when it was changed. */
  private final class CountingStore implements SessionStore {
    private final MemorySessionStore memory = new MemorySessionStore(clock);
    private final List<Instant> changes = new ArrayList<>();

    @Override
    public void create(SessionKey key, SessionRecord session) {
      memory.create(key, session);
    }

    @Override
    public Optional<StoredSession> find(SessionKey key) {
      return memory.find(key);
    }

    @Override
    public boolean replace(SessionKey key, StoredSession seen, SessionRecord next) {
      changes.add(clock.now);
      return memory.replace(key, seen, next);
    }
  }

  @Test
  void aSessionThatIsUsedAllTheTimeIsTouchedOnceAMinute() {
    SessionKey key = sessions.start(ANN).key();

    for (int second = 0; second < 300; second++) {
      assertThat(sessions.find(key)).contains(ANN);
      assertThat(sessions.find(key)).contains(ANN);
      clock.now = clock.now.plusSeconds(1);
    }

    assertThat(store.changes).hasSize(4);
    for (int i = 1; i < store.changes.size(); i++) {
      assertThat(Duration.between(store.changes.get(i - 1), store.changes.get(i)))
          .isGreaterThanOrEqualTo(Duration.ofMinutes(1));
    }
  }

  @Test
  void useKeepsItAliveAndSilenceEndsIt() {
    SessionKey key = sessions.start(ANN).key();
    for (int i = 0; i < 5; i++) {
      clock.now = clock.now.plus(Duration.ofMinutes(29));
      assertThat(sessions.find(key)).contains(ANN);
    }

    clock.now = clock.now.plus(Duration.ofMinutes(30));

    assertThat(sessions.find(key)).isEmpty();
    assertThat(store.changes).hasSize(5);
  }
}
