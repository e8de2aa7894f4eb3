package org.snapfleet.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.snapfleet.bench.Sighting.Entry;

/**
 * The judge of all that is said about freshness; moments are small numbers, a page is two photos.
 */
class HistoryTest {
  private final History history = new History(2);

  @Test
  void aListWithAllThatWasAcknowledgedIsFresh() {
    upload("a", 1, 2);
    upload("b", 3, 4);
    caption("a", 1, 5, 6);

    assertThat(seen(7, 8, entry("b", 0), entry("a", 1))).isEmpty();
  }

  @Test
  void anUploadAcknowledgedBeforeMustBeShown() {
    upload("a", 1, 2);
    upload("b", 3, 4);

    assertThat(seen(5, 6, entry("a", 0)))
        .singleElement()
        .satisfies(stale -> assertThat(stale.missed().photo()).isEqualTo("b"))
        .satisfies(stale -> assertThat(stale.age()).isEqualTo(Duration.ofNanos(1)));
  }

  @Test
  void anEmptyListMissesThemAll() {
    upload("a", 1, 2);

    assertThat(seen(3, 4)).hasSize(1);
  }

  @Test
  void anUploadStillUnderWayMayBeShownOrNot() {
    upload("a", 1, 2);
    upload("b", 3, 6);

    assertThat(seen(5, 7, entry("a", 0))).isEmpty();
    assertThat(seen(5, 7, entry("b", 0), entry("a", 0))).isEmpty();
  }

  @Test
  void whoAsksInTheMomentOfTheAnswerHasNotAskedAfterIt() {
    upload("a", 1, 5);

    assertThat(seen(5, 7)).isEmpty();
  }

  @Test
  void anUploadNeverAnsweredMayBeShownOrNot() {
    upload("a", 1, Change.NEVER);

    assertThat(seen(5, 6)).isEmpty();
    assertThat(seen(7, 8, entry("a", 0))).isEmpty();
  }

  @Test
  void newerOnesPushAnUploadOut() {
    upload("a", 1, 2);
    upload("b", 3, 4);
    upload("c", 5, 6);

    assertThat(seen(7, 8, entry("c", 0), entry("b", 0))).isEmpty();
  }

  @Test
  void onesThatNobodyKnowsOfPushItOutToo() {
    upload("a", 1, 2);

    assertThat(seen(7, 8, entry("y", 0), entry("x", 0))).isEmpty();
  }

  @Test
  void anUploadInTheMiddleOfAFullListMustBeShown() {
    upload("a", 1, 2);
    upload("b", 3, 4);
    upload("c", 5, 6);

    assertThat(seen(7, 8, entry("c", 0), entry("a", 0))).hasSize(1);
  }

  @Test
  void anEndMakesRoomForAnOlderOne() {
    upload("a", 1, 2);
    upload("b", 3, 4);
    upload("c", 5, 6);
    end("c", 7, 8);

    assertThat(seen(9, 10, entry("b", 0))).as("misses a, which is on the page again").hasSize(1);
    assertThat(seen(9, 10, entry("b", 0), entry("a", 0))).hasSize(1);
  }

  @Test
  void whatIsRemovedMustNotBeShown() {
    upload("a", 1, 2);
    end("a", 3, 4);

    assertThat(seen(5, 6, entry("a", 0)))
        .singleElement()
        .satisfies(stale -> assertThat(stale.missed().isEnd()).isTrue());
    assertThat(history.stale()).hasSize(1);
  }

  @Test
  void whatIsBeingRemovedMayBeShownOrNot() {
    upload("a", 1, 2);
    end("a", 5, 9);

    assertThat(seen(4, 8, entry("a", 0))).isEmpty();
    assertThat(seen(4, 8)).as("removed before the list was read").isEmpty();
    assertThat(seen(3, 5)).as("nobody had asked for its end").hasSize(1);
  }

  @Test
  void aRemovalNeverAnsweredMayHaveHappened() {
    upload("a", 1, 2);
    end("a", 3, Change.NEVER);

    assertThat(seen(5, 6)).isEmpty();
    assertThat(seen(7, 8, entry("a", 0))).isEmpty();
  }

  @Test
  void captionsAreAtLeastAsNewAsTheLastAcknowledged() {
    upload("a", 1, 2);
    caption("a", 1, 3, 4);
    caption("a", 2, 5, 8);

    assertThat(seen(6, 7, entry("a", 1))).isEmpty();
    assertThat(seen(6, 7, entry("a", 2))).isEmpty();
    assertThat(seen(6, 7, entry("a", 0))).hasSize(1);
    assertThat(history.stale().get(0).missed().revision()).isEqualTo(1);
  }

  @Test
  void ofSeveralMissedChangesTheOldestTellsTheAge() {
    upload("a", 1, 2);
    caption("a", 1, 3, 4);
    caption("a", 2, 5, 6);

    assertThat(seen(9, 10, entry("a", 0)).get(0).age()).isEqualTo(Duration.ofNanos(5));
  }

  private void upload(String photo, long begun, long acknowledged) {
    history.add(new Change(photo, 0, begun, acknowledged));
  }

  private void caption(String photo, int revision, long begun, long acknowledged) {
    history.add(new Change(photo, revision, begun, acknowledged));
  }

  private void end(String photo, long begun, long acknowledged) {
    history.add(new Change(photo, Change.GONE, begun, acknowledged));
  }

  private static Entry entry(String photo, int revision) {
    return new Entry(photo, revision);
  }

  /** The verdict on one more sighting; those before it were fresh, or are told of too. */
  private List<Stale> seen(long begun, long ended, Entry... entries) {
    history.add(new Sighting("/", begun, ended, Arrays.asList(entries)));
    return history.stale();
  }
}
