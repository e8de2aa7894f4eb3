package org.snapfleet.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SessionRecordTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final Person ANN = new Person(new UUID(1, 2), "Ann", false, true);

  private final SessionRecord fresh = SessionRecord.started(ANN, START);

  @Test
  void halfAnHourOfSilenceEndsIt() {
    assertThat(fresh.isAliveAt(START.plus(Duration.ofMinutes(30)).minusMillis(1))).isTrue();
    assertThat(fresh.isAliveAt(START.plus(Duration.ofMinutes(30)))).isFalse();
  }

  @Test
  void twelveHoursEndItHoweverBusy() {
    SessionRecord busy = fresh.touched(START.plus(Duration.ofHours(12)).minusSeconds(1));

    assertThat(busy.isAliveAt(START.plus(Duration.ofHours(12)).minusMillis(1))).isTrue();
    assertThat(busy.isAliveAt(START.plus(Duration.ofHours(12)))).isFalse();
  }

  @Test
  void itIsTouchedOnceAMinute() {
    assertThat(fresh.needsTouchAt(START.plusSeconds(59))).isFalse();
    assertThat(fresh.needsTouchAt(START.plusSeconds(60))).isTrue();
  }

  @Test
  void aTombstoneStaysAsLongAsTheSessionCouldHaveLived() {
    SessionRecord tombstone = fresh.tombstone();

    assertThat(tombstone.isAliveAt(START)).isFalse();
    assertThat(tombstone.diesAt()).isEqualTo(START.plus(Duration.ofHours(12)));
  }

  @Test
  void theBytesReadAsWhatWasWritten() {
    SessionRecord record = fresh.touched(START.plusSeconds(90)).tombstone();

    assertThat(SessionFormat.read(SessionFormat.write(record))).contains(record);
  }

  @Test
  void bytesOfAnotherVersionOrCutShortReadAsNothing() {
    byte[] bytes = SessionFormat.write(fresh);
    for (int length = 0; length < bytes.length; length++) {
      assertThat(SessionFormat.read(java.util.Arrays.copyOf(bytes, length))).isEmpty();
    }
    bytes[0]++;
    assertThat(SessionFormat.read(bytes)).isEmpty();
  }
}
