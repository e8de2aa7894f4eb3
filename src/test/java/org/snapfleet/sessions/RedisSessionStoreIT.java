package org.snapfleet.sessions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.snapfleet.site.Await;
import org.snapfleet.site.RedisServer;

/** What the store promises, on one real server. */
@Tag("redis")
class RedisSessionStoreIT extends SharedStoreContract {
  private static RedisServer server;
  private static List<RedisSessionStore> stores;

  private final RedisSessionStore store = stores.get(0);

  @BeforeAll
  static void startServer() {
    server = new RedisServer().start();
    stores = Stream.generate(() -> RedisStores.patient(address())).limit(3).toList();
  }

  @AfterAll
  static void stopServer() {
    stores.forEach(RedisSessionStore::close);
    server.close();
  }

  private static String address() {
    return "redis://127.0.0.1:" + server.port();
  }

  @Override
  List<RedisSessionStore> stores() {
    return stores;
  }

  @Override
  void lose(SessionKey key) {
    server.cli("DEL", name());
  }

  private String name() {
    return "snapfleet:session:" + key.hex();
  }

  /** As after a fail-over that lost a change, on which another was then made. */
  @Test
  void theSameNumberOfChangesIsNotTheSameState() {
    store.create(key, fresh());
    String before = server.cli("DUMP", name());
    StoredSession first = store.find(key).orElseThrow();
    assertThat(store.replace(key, first, fresh().touched(now.plusSeconds(60)))).isTrue();
    StoredSession lost = store.find(key).orElseThrow();
    server.cli("DEL", name());
    store.create(key, fresh());
    StoredSession again = store.find(key).orElseThrow();
    assertThat(store.replace(key, again, fresh().tombstone())).isTrue();

    assertThat(before).isNotEmpty();
    assertThat(store.replace(key, lost, fresh().touched(now.plusSeconds(120)))).isFalse();
    assertThat(store.find(key).orElseThrow().session().ended()).isTrue();
  }

  @Test
  void redisForgetsARecordWhenItDies() {
    store.create(key, fresh());
    assertThat(millisLeft()).isBetween(minutes(29), minutes(30));

    StoredSession seen = store.find(key).orElseThrow();
    store.replace(key, seen, fresh().touched(now.plus(Duration.ofMinutes(10))));
    assertThat(millisLeft()).isBetween(minutes(39), minutes(40));

    seen = store.find(key).orElseThrow();
    store.replace(key, seen, fresh().tombstone());
    assertThat(millisLeft()).isBetween(minutes(12 * 60 - 1), minutes(12 * 60));
  }

  @Test
  void aRecordThatIsDyingIsNeverKeptForGood() {
    SessionRecord old = SessionRecord.started(ANN, now.minus(SessionRecord.IDLE_LIMIT));

    store.create(key, old);

    Await.until(
        "it is forgotten", Duration.ofSeconds(5), () -> server.cli("EXISTS", name()).equals("0"));
  }

  private long millisLeft() {
    return Long.parseLong(server.cli("PTTL", name()));
  }

  private static long minutes(int count) {
    return Duration.ofMinutes(count).toMillis();
  }

  @Test
  void bytesOfAnotherFormatReadAsNothing() {
    for (String bytes : List.of("", "short", "12345678", "12345678\u0009of the future")) {
      server.cli(
          "SET",
          name(),
          new String(bytes.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));

      assertThat(store.find(key)).isEmpty();
    }
  }

  @Test
  void aServerThatRefusesIsUnavailableAndNotLeftAlone() {
    server.cli("LPUSH", name(), "no text");
    for (int i = 0; i < 10; i++) {
      assertThatThrownBy(() -> store.find(key))
          .isInstanceOf(SessionsUnavailableException.class)
          .hasMessageContaining("WRONGTYPE");
    }

    assertThat(store.find(SessionId.random().key())).isEmpty();
  }

  @Test
  void aFullServerKeepsWhoIsSignedInAndRefusesOthers() {
    store.create(key, fresh());
    server.cli("CONFIG", "SET", "maxmemory", "1");
    try {
      assertThatThrownBy(() -> store.create(SessionId.random().key(), fresh()))
          .isInstanceOf(SessionsUnavailableException.class)
          .hasMessageContaining("OOM");
      assertThat(store.find(key)).isPresent();
    } finally {
      server.cli("CONFIG", "SET", "maxmemory", "0");
    }
  }

  @Test
  void aServerThatForgotTheScriptIsToldItAgain() {
    store.create(key, fresh());
    server.cli("SCRIPT", "FLUSH");
    StoredSession seen = store.find(key).orElseThrow();

    assertThat(store.replace(key, seen, fresh())).isTrue();
  }

  @Test
  void manyAtOnceShareTheConnection() {
    List<CompletableFuture<Boolean>> all = new ArrayList<>();
    for (int i = 0; i < 2000; i++) {
      all.add(
          CompletableFuture.supplyAsync(
              () -> {
                SessionKey mine = SessionId.random().key();
                store.create(mine, fresh());
                return store.find(mine).isPresent();
              }));
    }

    assertThat(all).allMatch(CompletableFuture::join);
  }

  @Test
  void theClockOfTheServerDoesNotMatter() {
    Instant elsewhere = now.minus(Duration.ofDays(3));
    Clock slow = Clock.fixed(elsewhere, java.time.ZoneOffset.UTC);
    try (RedisSessionStore behind = RedisStores.connected(address(), slow)) {
      behind.create(key, SessionRecord.started(ANN, elsewhere));
    }

    assertThat(millisLeft()).isBetween(minutes(29), minutes(30));
  }
}
