package org.snapfleet.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.snapfleet.fleet.DatabaseClock;
import org.snapfleet.fleet.Repeating;
import org.snapfleet.hazelcast.GridCluster;
import org.snapfleet.site.Await;

/** Two members that lose each other and find each other again. */
class SessionsOnSplitGridIT {
  private static final Person ANN = new Person(new UUID(1, 2), "Ann", false, true);

  private final List<RevocationRow> rows = new ArrayList<>();
  private final List<Runnable> eachSecond = new ArrayList<>();

  /** Rows that all instances share, as in the database, which does not split. */
  private final class Rows extends RevocationRows {
    @Override
    RevocationRow add(SessionKey key, Instant now) {
      RevocationRow row = RevocationRow.ofSession(UUID.randomUUID(), key, now);
      rows.add(row);
      return row;
    }

    @Override
    List<RevocationRow> since(Instant from) {
      return List.copyOf(rows);
    }
  }

  private static final class ThisClock extends DatabaseClock {}

  private final class ByHand extends Repeating {
    @Override
    public void every(Duration pause, String what, Runnable work) {
      if (pause.toSeconds() == 1) {
        eachSecond.add(work);
      }
    }
  }

  private Sessions sessions(SessionStore store) {
    Revocations revocations = new Revocations(new Rows(), new ByHand(), new ThisClock());
    revocations.start(null);
    return new Sessions(store, revocations, new ThisClock());
  }

  @Test
  void whoSignsOutOnOneSideStaysOutOnBothAndAllOthersStayIn() {
    try (GridCluster grid = new GridCluster(2);
        HazelcastSessionStore store = GridStores.patient(grid, 0);
        HazelcastSessionStore across = GridStores.patient(grid, 1)) {
      Sessions here = sessions(store);
      Sessions there = sessions(across);
      List<SessionKey> leaving = started(here, 20);
      List<SessionKey> staying = started(there, 20);

      grid.split();
      List<SessionKey> bornHere = started(here, 5);
      List<SessionKey> bornThere = started(there, 5);
      leaving.forEach(here::end);
      awaitLaterSecond();
      Stream.concat(leaving.stream(), staying.stream()).forEach(key -> touchLater(across, key));
      eachSecond.forEach(Runnable::run);
      assertThat(leaving).as("during the split").noneMatch(key -> isFound(there, key));

      grid.heal();

      assertThat(leaving)
          .as("the store alone would bring some back: the later touches")
          .anyMatch(key -> !store.find(key).orElseThrow().session().ended());
      for (Sessions each : List.of(here, there)) {
        awaitMerge(each, bornHere, bornThere);
        assertThat(leaving).noneMatch(key -> isFound(each, key));
        assertThat(staying).allMatch(key -> isFound(each, key));
      }
    }
  }

  /** Members see each other before the one side's entries have been merged into the other's. */
  private static void awaitMerge(Sessions each, List<SessionKey> here, List<SessionKey> there) {
    Await.until(
        "all that were born during the split are found",
        Duration.ofMinutes(1),
        () -> Stream.concat(here.stream(), there.stream()).allMatch(key -> isFound(each, key)));
  }

  /** Hazelcast knows of updates to the second. */
  private static void awaitLaterSecond() {
    Instant later = Instant.now().plusSeconds(2);
    Await.until("later", Duration.ofMinutes(1), () -> Instant.now().isAfter(later));
  }

  private static List<SessionKey> started(Sessions sessions, int count) {
    return Stream.generate(() -> sessions.start(ANN).key()).limit(count).toList();
  }

  private static void touchLater(SessionStore store, SessionKey key) {
    StoredSession seen = store.find(key).orElseThrow();
    assertThat(seen.session().ended()).as("it has not heard of the sign-out").isFalse();
    assertThat(store.replace(key, seen, seen.session().touched(Instant.now()))).isTrue();
  }

  /** Not during the moments in which the grid does not answer. */
  private static boolean isFound(Sessions sessions, SessionKey key) {
    boolean[] found = new boolean[1];
    Await.until(
        "the store answers",
        Duration.ofMinutes(1),
        () -> {
          found[0] = sessions.find(key).isPresent();
          return true;
        });
    return found[0];
  }
}
