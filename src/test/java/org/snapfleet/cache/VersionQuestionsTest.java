package org.snapfleet.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.snapfleet.cache.FakeStore.Mood;

class VersionQuestionsTest {
  private final FakeStore store = new FakeStore();
  private final VersionQuestions questions = new VersionQuestions(store);

  @BeforeEach
  void begin() throws StoreFailedException {
    store.addVersion(Version.fresh()).answer();
    store.asked();
  }

  private Version change() throws StoreFailedException {
    Version fresh = Version.fresh();
    store.replaceVersion(fresh).answer();
    store.asked();
    return fresh;
  }

  @Test
  void theFirstQuestionIsSentAtOnce() {
    questions.ask();

    assertThat(store.asked()).containsExactly("version");
  }

  @Test
  void whoComesLaterSharesTheNextAndNeverTheOneUnderWay() throws Exception {
    Optional<Version> before = store.version().answer();
    store.asked();
    Asked<Optional<Version>> first = questions.ask();
    Version after = change();
    List<Asked<Optional<Version>>> others = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      others.add(questions.ask());
    }
    assertThat(first.answer()).isEqualTo(before);
    for (Asked<Optional<Version>> other : others) {
      assertThat(other.answer()).contains(after);
    }

    assertThat(store.asked()).as("one more for all of them").containsExactly("version");
  }

  @Test
  void nobodyDependsOnOneWhoNeverWaitsForItsAnswer() throws Exception {
    questions.ask();
    Version after = change();

    assertThat(questions.ask().answer()).contains(after);
    assertThat(questions.ask().answer()).contains(after);
  }

  @Test
  void aFailureIsOfThoseWhoAskedThen() throws Exception {
    store.is(Mood.AWAY);
    Asked<Optional<Version>> failing = questions.ask();
    Asked<Optional<Version>> next = questions.ask();
    store.is(Mood.WELL);

    assertThat(next.answer()).isPresent();
    assertThatThrownBy(failing::answer).isInstanceOf(StoreFailedException.class);
  }
}
