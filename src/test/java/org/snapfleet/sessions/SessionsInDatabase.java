package org.snapfleet.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;
import org.snapfleet.inside.Inside;

/**
 * What every shared store promises, of the one that needs a server around it: the database's. A
 * sign-out that races touches is left to a fleet's requests, as threads of one request would share
 * what they read by.
 */
public interface SessionsInDatabase {

  @Test
  default void whatOneInstanceKeepsTheOthersFindInTheDatabase() {
    new InDatabase().whatOneInstanceKeepsTheOthersFind();
  }

  @Test
  default void onlyTheFirstOfTwoChangesIsMadeInTheDatabase() {
    new InDatabase().onlyTheFirstOfTwoChangesIsMade();
  }

  @Test
  default void whatIsGoneIsNotReplacedInTheDatabase() {
    new InDatabase().whatIsGoneIsNotReplaced();
  }

  @Test
  default void noSessionIsCreatedOverAnotherInTheDatabase() {
    new InDatabase().noSessionIsCreatedOverAnother();
  }

  @Test
  default void ofThreeWhoRaceExactlyOneWinsEachTimeInTheDatabase() {
    new InDatabase().ofThreeWhoRaceExactlyOneWinsEachTime();
  }

  @Test
  default void theDeadAreForgottenAndTombstonesKeptInTheDatabase() {
    new InDatabase().theDeadAreForgottenAndTombstonesKept();
  }

  /** Three instances differ in nothing here but their threads: the database decides. */
  final class InDatabase extends SharedStoreContract {
    private final DatabaseSessionStore store = Inside.bean(DatabaseSessionStore.class);

    @Override
    List<DatabaseSessionStore> stores() {
      return List.of(store, store, store);
    }

    @Override
    void lose(SessionKey lost) {
      Inside.change("DELETE FROM web_session WHERE id = X'%s'".formatted(lost.hex()));
    }

    @Override
    int races() {
      return 100;
    }

    @Override
    Executor threads() {
      return Inside.bean(Inside.class).threads();
    }

    /** The database's own, as the transaction passes it on. */
    @Override
    Class<? extends RuntimeException> refusal() {
      return RuntimeException.class;
    }

    private void theDeadAreForgottenAndTombstonesKept() {
      SessionKey ended = SessionId.random().key();
      store.create(key, fresh());
      store.create(ended, fresh().tombstone());

      store.forgetDead(now.plus(Duration.ofHours(1)));

      assertThat(store.find(key)).isEmpty();
      assertThat(store.find(ended)).isPresent();
    }
  }
}
