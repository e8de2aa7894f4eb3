package org.snapfleet.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MemorySessionStoreTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final Person ANN = new Person(new UUID(1, 2), "Ann", false, false);

  private final SessionKey key = SessionId.random().key();

  private static MemorySessionStore storeAt(Instant now) {
    return new MemorySessionStore(Clock.fixed(now, ZoneOffset.UTC));
  }

  @Test
  void onlyTheFirstOfTwoChangesIsMade() {
    MemorySessionStore store = storeAt(NOW);
    store.create(key, SessionRecord.started(ANN, NOW));
    StoredSession seen = store.find(key).orElseThrow();

    assertThat(store.replace(key, seen, seen.session().tombstone())).isTrue();
    assertThat(store.replace(key, seen, seen.session().touched(NOW.plusSeconds(60)))).isFalse();
    assertThat(store.find(key).orElseThrow().session().ended()).isTrue();
  }

  @Test
  void theDeadAreForgottenAndTombstonesKept() {
    MemorySessionStore store = storeAt(NOW.plus(Duration.ofHours(1)));
    SessionKey ended = SessionId.random().key();
    store.create(key, SessionRecord.started(ANN, NOW));
    store.create(ended, SessionRecord.started(ANN, NOW).tombstone());

    store.forgetDead();

    assertThat(store.find(key)).isEmpty();
    assertThat(store.find(ended)).isPresent();
  }
}
