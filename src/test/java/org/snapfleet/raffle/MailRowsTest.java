package org.snapfleet.raffle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.snapfleet.raffle.MailState.Kind;

/** Of those who would write to a winner, one may. */
class MailRowsTest {
  private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
  private static final int INSTANCES = 8;

  private final Hall hall = EntriesOnH2Test.onH2();
  private final RaffleId raffle = drawn();

  private RaffleId drawn() {
    Raffle open = hall.open(Duration.ofHours(1), 1);
    hall.enter(open, "ada@example.org");
    hall.keeper.close(open.id());
    hall.drawing.draw(open.id(), "7");
    return open.id();
  }

  private MailRows at(Instant time) {
    return new MailRows(hall.rows, Clock.fixed(time, ZoneOffset.UTC));
  }

  private Kind stateAt(Instant time) {
    return at(time).of(raffle).get(1).kind();
  }

  private static Instant longAfter(Instant time) {
    return time.plus(MailState.SENDING_AT_MOST).plusMillis(1);
  }

  private static List<String> attempts(Callable<Optional<String>> one) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(INSTANCES);
    try {
      List<Future<Optional<String>>> all = threads.invokeAll(Collections.nCopies(INSTANCES, one));
      List<Optional<String>> attempts = new ArrayList<>();
      for (Future<Optional<String>> done : all) {
        attempts.add(done.get());
      }
      return attempts.stream().flatMap(Optional::stream).toList();
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void oneOfManyInstancesMayWrite() throws Exception {
    assertThat(attempts(() -> at(NOON).begin(raffle, 1))).hasSize(1);
    assertThat(at(NOON).begin(raffle, 1)).isEmpty();
    assertThat(stateAt(NOON)).isEqualTo(Kind.SENDING);
  }

  @Test
  void whatIsBeingSentIsNotSentAgainUntilNothingIsKnownOfIt() {
    String first = at(NOON).begin(raffle, 1).orElseThrow();

    assertThat(at(NOON).beginAgain(raffle, 1, first)).isEmpty();
    assertThat(stateAt(longAfter(NOON))).isEqualTo(Kind.UNKNOWN);
    assertThat(at(longAfter(NOON)).beginAgain(raffle, 1, first)).isPresent();
  }

  @Test
  void oneOfManyMaySendAgainByWhatTheyHaveSeen() throws Exception {
    String first = at(NOON).begin(raffle, 1).orElseThrow();
    Instant later = longAfter(NOON);

    List<String> again = attempts(() -> at(later).beginAgain(raffle, 1, first));

    assertThat(again).hasSize(1);
    assertThat(at(longAfter(later)).beginAgain(raffle, 1, first)).as("seen before that").isEmpty();
  }

  @Test
  void whatAnotherHasBegunSinceIsNotEndedByTheFirst() {
    String first = at(NOON).begin(raffle, 1).orElseThrow();
    Instant later = longAfter(NOON);
    String second = at(later).beginAgain(raffle, 1, first).orElseThrow();

    assertThat(at(later).end(raffle, 1, first, true)).isFalse();
    assertThat(stateAt(later)).isEqualTo(Kind.SENDING);
    assertThat(at(later).end(raffle, 1, second, false)).isTrue();
    assertThat(stateAt(later)).isEqualTo(Kind.FAILED);
    assertThat(at(later).begin(raffle, 1)).as("the admin decides").isEmpty();
    assertThat(at(later).beginAgain(raffle, 1, second)).isPresent();
  }

  @Test
  void whatIsSentStaysSo() {
    String attempt = at(NOON).begin(raffle, 1).orElseThrow();
    at(NOON).end(raffle, 1, attempt, true);

    assertThat(Stream.of(NOON, longAfter(NOON)).map(this::stateAt)).containsOnly(Kind.SENT);
    assertThat(at(longAfter(NOON)).beginAgain(raffle, 1, attempt)).isEmpty();
    assertThat(at(NOON).end(raffle, 1, attempt, false)).isFalse();
  }
}
