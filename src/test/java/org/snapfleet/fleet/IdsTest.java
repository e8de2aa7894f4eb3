package org.snapfleet.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class IdsTest {
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678Z");

  @Test
  void idsTellTheirTimeAndGrowWithinAMillisecond() {
    Ids ids = new Ids(Clock.fixed(NOW, ZoneOffset.UTC));
    UUID before = ids.next();

    assertThat(before.version()).isEqualTo(7);
    assertThat(before.getMostSignificantBits() >>> 16).isEqualTo(NOW.toEpochMilli());
    for (int i = 0; i < 10_000; i++) {
      UUID next = ids.next();
      assertThat(Arrays.compareUnsigned(UuidBytes.of(before), UuidBytes.of(next))).isNegative();
      before = next;
    }
  }

  @Test
  void bytesAndIdsAreTheSame() {
    UUID id = UUID.randomUUID();
    UuidBytes bytes = new UuidBytes();

    assertThat(bytes.convertToEntityAttribute(bytes.convertToDatabaseColumn(id))).isEqualTo(id);
    assertThat(bytes.convertToDatabaseColumn(null)).isNull();
    assertThat(bytes.convertToEntityAttribute(null)).isNull();
  }
}
