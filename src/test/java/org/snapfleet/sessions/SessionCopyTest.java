package org.snapfleet.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SessionCopyTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final SessionCopy first =
      SessionCopy.first(
          SessionRecord.started(new Person(new UUID(1, 2), "Ann", false, true), START));

  private SessionCopy touched(SessionCopy seen) {
    return SessionCopy.after(seen.stored(), seen.session().touched(START.plusSeconds(60)));
  }

  @Test
  void theBytesReadAsWhatWasWritten() {
    assertThat(SessionCopy.read(touched(first).bytes()).orElseThrow().session())
        .isEqualTo(touched(first).session());
    assertThat(SessionCopy.read(first.bytes())).contains(first);
  }

  @Test
  void eachChangeIsAboveTheOneBefore() {
    SessionCopy copy = first;
    for (int i = 0; i < 1000; i++) {
      SessionCopy next = touched(copy);
      assertThat(next.isAbove(copy)).isTrue();
      assertThat(copy.isAbove(next)).isFalse();
      copy = next;
    }
  }

  @Test
  void aTombstoneIsAboveAnyNumberOfTouches() {
    SessionCopy tombstone = SessionCopy.after(first.stored(), first.session().tombstone());
    SessionCopy later = touched(touched(touched(first)));

    assertThat(tombstone.isAbove(later)).isTrue();
    assertThat(later.isAbove(tombstone)).isFalse();
  }

  @Test
  void twoChangesOfTheSameStateAreOrderedAlikeByAll() {
    SessionCopy one = touched(first);
    SessionCopy other = touched(first);

    assertThat(one.isAbove(other)).isNotEqualTo(other.isAbove(one));
  }

  @Test
  void bytesOfAnotherVersionOrCutShortReadAsNothing() {
    byte[] bytes = first.bytes();
    for (int length = 0; length < bytes.length; length++) {
      assertThat(SessionCopy.read(Arrays.copyOf(bytes, length))).isEmpty();
    }
    bytes[0]++;
    assertThat(SessionCopy.read(bytes)).isEmpty();
  }
}
