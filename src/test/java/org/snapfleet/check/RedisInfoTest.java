package org.snapfleet.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RedisInfoTest {
  private static final String WELL =
      "# Server\r\nredis_version:7.2.4\r\nrole:master\r\nmaxmemory_policy:noeviction\r\nevicted_keys:0\r\n";

  @Test
  void aMasterThatThrowsNothingOutIsWell() {
    RedisInfo info = new RedisInfo(WELL);

    assertThat(info.notes()).isEmpty();
    assertThat(info.version()).isEqualTo("Redis 7.2.4");
    assertThat(new RedisInfo(WELL + "valkey_version:8.1.0\r\n").version())
        .isEqualTo("Valkey 8.1.0");
  }

  @Test
  void sessionsHaveALifeSoThatVolatilePoliciesThrowThemOutToo() {
    assertThat(new RedisInfo(WELL.replace("noeviction", "volatile-lru")).notes())
        .singleElement()
        .satisfies(note -> assertThat(note.what()).contains("volatile-lru"))
        .satisfies(note -> assertThat(note.verdict()).isEqualTo(Verdict.WARNING));
  }

  @Test
  void keysThatWereThrownOutAreCounted() {
    assertThat(new RedisInfo(WELL.replace("evicted_keys:0", "evicted_keys:12")).notes())
        .singleElement()
        .satisfies(note -> assertThat(note.what()).contains("12 keys"));
  }
}
