package org.snapfleet.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Two instances on a store that answers, by a clock that only goes when it is told. */
class SharedListsTest {
  private final FakeStore store = new FakeStore();
  private final FakeTime clock = new FakeTime();
  private final FakeDatabase database = new FakeDatabase();
  private final Tally tally = new Tally();
  private final SharedLists one = new SharedLists(store, clock.time(), tally.counts());
  private final SharedLists other = new SharedLists(store, clock.time(), tally.counts());

  private Listed<Long> read(SharedLists instance) {
    return instance.read(instance.look(), database.list());
  }

  private void change(SharedLists instance) {
    database.commit();
    instance.changed();
  }

  @Test
  void aHitCostsOneQuestionAndGivesTheSameObject() {
    Listed<Long> first = read(one);
    clock.pass(Life.OF_AN_ANSWER);
    store.asked();
    Listed<Long> second = read(one);

    assertThat(store.asked()).containsExactly("version");
    assertThat(first.cached()).isFalse();
    assertThat(second.cached()).isTrue();
    assertThat(second.value()).isSameAs(first.value());
    assertThat(database.queries).hasValue(1);
    assertThat(tally.hits).hasValue(1);
    assertThat(tally.misses).hasValue(1);
    assertThat(tally.flights).hasValue(1);
  }

  @Test
  void aBusyInstanceAsksAHundredTimesASecond() {
    read(one);
    clock.pass(Life.OF_AN_ANSWER);
    store.asked();
    for (int i = 0; i < 1000; i++) {
      read(one);
      clock.pass(Duration.ofMillis(1));
    }

    assertThat(store.asked().stream().filter("version"::equals)).hasSize(100);
  }

  @Test
  void theOtherInstanceTakesWhatTheFirstHasPutThere() {
    read(one);

    assertThat(read(other).cached()).isTrue();
    assertThat(database.queries).hasValue(1);
  }

  @Test
  void aChangeIsSeenEverywhereAtOnce() {
    read(one);
    read(other);
    change(one);

    assertThat(read(other).value()).isEqualTo(1);
    assertThat(read(one).value()).isEqualTo(1);
    assertThat(database.queries).hasValue(2);
  }

  @Test
  void aListThatWasReadBeforeAChangeIsNotPublishedAfterIt() {
    database.whileAsked(
        () -> {
          database.whileAsked(() -> {});
          change(other);
        });

    assertThat(read(one).value()).as("it began before the change").isZero();
    assertThat(read(other).value()).isEqualTo(1);
    assertThat(read(one).value()).isEqualTo(1);
  }

  @Test
  void theVersionIsAskedForWhenTheLookBegins() {
    read(one);
    Look look = one.look();
    change(other);
    database.commit(); // and another change, which is not acknowledged yet

    assertThat(one.read(look, database.list()).value()).isZero();
    assertThat(read(one).value()).isEqualTo(2);
  }

  @Test
  void anEntryDiesByItsOwnAgeWhateverTheStoreThinks() {
    read(one);
    clock.pass(Duration.ofMillis(1999));
    database.commit(); // by somebody who could not tell
    assertThat(read(one).value()).isZero();
    clock.pass(Duration.ofMillis(2));
    store.endLeases();

    assertThat(read(other).value()).isEqualTo(1);
    assertThat(tally.stalePrevented).hasPositiveValue();
    assertThat(read(one)).isEqualTo(new Listed<>(1L, true));
  }

  @Test
  void ageCountsFromWhenTheLoaderBeganToLook() {
    database.whileAsked(() -> clock.pass(Duration.ofMillis(1500)));
    read(one);
    database.whileAsked(() -> {});
    database.commit();
    clock.pass(Duration.ofMillis(600));
    store.endLeases();

    assertThat(read(other).value()).isEqualTo(1);
    assertThat(read(one).value()).isEqualTo(1);
  }

  @Test
  void aLoaderThatWasTooSlowPublishesNothing() {
    database.whileAsked(() -> clock.pass(Duration.ofMillis(2001)));
    read(one);

    assertThat(store.asked()).doesNotContain("put");
    assertThat(tally.stalePrevented).hasValue(1);
  }

  @Test
  void whatAnotherInstanceHasRenewedIsFetched() {
    Long value = read(one).value();
    clock.pass(Duration.ofMillis(2100));
    store.endLeases();
    read(other);

    Listed<Long> renewed = read(one);
    assertThat(renewed.cached()).isTrue();
    assertThat(renewed.value()).as("the same bytes, the same object").isSameAs(value);
    assertThat(database.queries).hasValue(2);
  }

  @Test
  void anEmptiedStoreLeadsToTheDatabase() {
    read(one);
    store.forgetAll();
    database.commit();
    clock.pass(Life.OF_AN_ANSWER);

    assertThat(read(one).value()).isEqualTo(1);
    assertThat(read(other)).isEqualTo(new Listed<>(1L, true));
  }

  @Test
  void whoHasNoLeaseWaitsForTheOthersEntry() {
    database.whileAsked(
        () -> {
          database.whileAsked(() -> {});
          // the first is in the database: the other finds no entry and asks in vain for the lease
          long before = clock.now();
          assertThat(read(other).cached()).isFalse();
          assertThat(clock.now() - before).isBetween(300_000_000L, 400_000_000L);
        });
    read(one);

    assertThat(database.queries).as("the holder was too slow").hasValue(2);
  }

  @Test
  void aThousandReadersAfterAChangeCostAHandfulOfQueries() throws Exception {
    Rush.assertFewQueries(() -> store);
  }

  @Test
  void entriesOfTheFutureAndOfOtherFormatsAreLeftAlone() {
    SharedLists ahead = new SharedLists(store, clock.ahead(Duration.ofSeconds(5)), tally.counts());
    read(ahead);
    store.endLeases();
    assertThat(read(one).cached()).isFalse();

    store.spoil(
        entry -> {
          byte[] other = entry.clone();
          other[0]++;
          return other;
        });
    store.endLeases();
    assertThat(read(other).cached()).isFalse();
  }

  @Test
  void listsOfOtherNamesAreOthers() {
    read(one);
    database.commit();

    assertThat(one.read(one.look(), database.list("of-20")).value()).isEqualTo(1);
  }

  @Test
  void whatTheDatabaseThrowsReachesTheReaderAndNothingIsKept() {
    database.whileAsked(
        () -> {
          throw new IllegalStateException("away");
        });
    assertThatThrownBy(() -> read(one)).hasMessage("away");
    database.whileAsked(() -> {});

    assertThat(read(one).value()).isZero();
  }
}
