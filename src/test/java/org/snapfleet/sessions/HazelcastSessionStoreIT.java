package org.snapfleet.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import com.hazelcast.map.IMap;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.snapfleet.hazelcast.GridCluster;
import org.snapfleet.site.Await;

/** What the store promises, on a grid of three members. */
class HazelcastSessionStoreIT extends SharedStoreContract {
  private static final int MEMBERS = 3;
  private static GridCluster grid;
  private static List<HazelcastSessionStore> stores;

  private final HazelcastSessionStore store = stores.get(0);

  @BeforeAll
  static void startMembers() {
    grid = new GridCluster(MEMBERS);
    stores = new ArrayList<>();
    for (int i = 0; i < MEMBERS; i++) {
      stores.add(GridStores.patient(grid, i));
    }
  }

  @AfterAll
  static void stopMembers() {
    stores.forEach(HazelcastSessionStore::close);
    grid.close();
  }

  @Override
  List<HazelcastSessionStore> stores() {
    return stores;
  }

  @Override
  void lose(SessionKey key) {
    map().delete(key.hex());
  }

  /** Each takes a while here. */
  @Override
  int rounds() {
    return 50;
  }

  private IMap<String, byte[]> map() {
    return grid.member(1).getMap(HazelcastSessionStore.MAP);
  }

  /** As after a heal that lost a change, on which another was then made. */
  @Test
  void theSameRecordIsNotTheSameState() {
    store.create(key, fresh());
    StoredSession before = store.find(key).orElseThrow();
    assertThat(store.replace(key, before, fresh())).isTrue();

    assertThat(store.replace(key, before, fresh())).isFalse();
  }

  @Test
  void theGridForgetsARecordWhenItDies() {
    store.create(key, fresh());
    assertThat(minutesLeft()).isBetween(29L, 31L);

    StoredSession seen = store.find(key).orElseThrow();
    store.replace(key, seen, fresh().touched(now.plus(Duration.ofMinutes(10))));
    assertThat(minutesLeft()).isBetween(39L, 41L);

    seen = store.find(key).orElseThrow();
    store.replace(key, seen, fresh().tombstone());
    assertThat(minutesLeft()).isBetween(12 * 60 - 1L, 12 * 60 + 1L);
  }

  /** What a crash between the change and its time to live leaves. */
  @Test
  void aRecordWithoutALifeOfItsOwnIsNotKeptForGood() {
    store.create(key, fresh());
    map().replace(key.hex(), map().get(key.hex()), new byte[] {1});

    assertThat(minutesLeft()).isBetween(12 * 60 - 1L, 12 * 60 + 1L);
  }

  @Test
  void aRecordThatIsDyingIsForgottenSoon() {
    store.create(key, SessionRecord.started(ANN, now.minus(SessionRecord.ABSOLUTE_LIMIT)));

    Await.until("it is forgotten", Duration.ofSeconds(20), () -> !map().containsKey(key.hex()));
  }

  private long minutesLeft() {
    long millis = map().getEntryView(key.hex()).getExpirationTime() - System.currentTimeMillis();
    return Duration.ofMillis(millis).toMinutes();
  }

  @Test
  void bytesOfAnotherFormatReadAsNothing() {
    store.create(key, fresh());
    byte[] ours = map().get(key.hex());
    byte[] newer = ours.clone();
    newer[Long.BYTES] = 9;
    List<byte[]> others =
        List.of(
            new byte[0],
            "12345678 of another time".getBytes(StandardCharsets.UTF_8),
            newer,
            Arrays.copyOf(ours, ours.length - 1),
            Arrays.copyOf(ours, ours.length + 1));
    for (byte[] bytes : others) {
      map().put(key.hex(), bytes);

      assertThat(store.find(key)).isEmpty();
    }
  }

  /** What other members hold are texts and bytes alone: no class of the site. */
  @Test
  void theGridHoldsNoObjects() {
    store.create(key, fresh());

    assertThat((Object) map().get(key.hex())).isExactlyInstanceOf(byte[].class);
    assertThat(grid.member(2).getConfig().getMapConfig(HazelcastSessionStore.MAP))
        .satisfies(config -> assertThat(config.isReadBackupData()).isFalse())
        .satisfies(config -> assertThat(config.getNearCacheConfig()).isNull())
        .satisfies(config -> assertThat(config.getBackupCount()).isEqualTo(1));
  }
}
