package org.snapfleet.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.snapfleet.cache.FakeStore.Mood;

class VersionQuestionsTest {
  private final FakeStore store = new FakeStore();
  private final FakeTime clock = new FakeTime();
  private final VersionQuestions questions = new VersionQuestions(store, clock::now);

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
  void whoComesSoonSharesItBeItAnsweredOrNot() throws Exception {
    Asked<?> first = questions.ask();
    assertThat(questions.ask()).isSameAs(first);
    first.answer();
    clock.pass(Duration.ofNanos(9_999_999));

    assertThat(questions.ask().answer()).isEqualTo(first.answer());
    assertThat(store.asked()).as("one for all of them").containsExactly("version");
  }

  @Test
  void whoComesLaterSharesNoneThatAWriterMayHaveWaitedFor() throws Exception {
    questions.ask().answer();
    Version after = change();
    clock.pass(Life.OF_AN_ANSWER);

    assertThat(questions.ask().answer()).contains(after);
  }

  @Test
  void aQuestionIsAsOldAsItsSendingWhenItIsAnsweredLate() throws Exception {
    Asked<?> slow = questions.ask();
    clock.pass(Duration.ofMillis(9));
    slow.answer();
    Version after = change();
    clock.pass(Duration.ofMillis(1));

    assertThat(questions.ask().answer()).contains(after);
  }

  @Test
  void whoAsksAnewSharesNone() throws Exception {
    questions.ask().answer();
    Version after = change();

    assertThat(questions.askAnew().answer()).contains(after);
    assertThat(questions.ask().answer()).contains(after);
  }

  @Test
  void oneInVainIsNotSharedOnceThatIsKnown() throws Exception {
    store.is(Mood.AWAY);
    Asked<?> failing = questions.ask();
    assertThatThrownBy(failing::answer).isInstanceOf(StoreFailedException.class);
    store.is(Mood.WELL);
    assertThat(questions.ask().answer()).isPresent();

    store.forgetAll();
    clock.pass(Life.OF_AN_ANSWER);
    assertThat(questions.ask().answer()).isEmpty();
    Version fresh = Version.fresh();
    store.addVersion(fresh).answer();
    assertThat(questions.ask().answer()).contains(fresh);
  }
}
