package org.snapfleet.raffle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.snapfleet.fleet.AwsSettings;
import org.snapfleet.fleet.RaffleSettings;
import org.snapfleet.site.DynamoServer;

/** Entries in DynamoDB, and the raffle itself in a database. */
class EntriesOnDynamoDbIT extends EntryStoreContract {
  private static final Duration HOUR = Duration.ofHours(1);
  private static DynamoServer server;
  private static JdbcConnectionPool pool;
  private static DynamoEntries store;
  private static Hall hall;

  /** What happens between the look at the raffle and the answer. */
  private static volatile Runnable afterLook = () -> {};

  @BeforeAll
  static void start() {
    server = new DynamoServer();
    server.signHere();
    pool =
        JdbcConnectionPool.create(
            "jdbc:h2:mem:raffle-dynamo;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000", "", "");
    Hall.migrate(pool, true);
    hall =
        new Hall(
            pool,
            (rows, raffles) -> {
              store = on(server, raffles::isNotClosed);
              return store;
            });
  }

  private static DynamoEntries on(DynamoServer dynamo, Predicate<RaffleId> isOpen) {
    RaffleSettings settings =
        new RaffleSettings(
            RaffleSettings.Store.DYNAMODB,
            1,
            Optional.of(DynamoServer.TABLE),
            Optional.of(dynamo.endpoint()));
    return new DynamoEntries(
        new DynamoDoor(new AwsSettings(Optional.of("eu-central-1")), settings),
        raffle -> {
          boolean open = isOpen.test(raffle);
          afterLook.run();
          return open;
        });
  }

  @AfterAll
  static void stop() {
    store.close();
    server.close();
    pool.dispose();
  }

  @Override
  Hall hall() {
    return hall;
  }

  @Override
  void settle() {
    store.tellCount();
  }

  @Test
  void whoeverIsAskedForWhileItIsClosedIsInTheList() {
    Raffle raffle = hall.open(HOUR, 1);
    afterLook =
        () -> {
          afterLook = () -> {};
          hall.keeper.close(raffle.id());
        };

    Receipt receipt = hall.enter(raffle, "slow@example.org").orElseThrow();

    assertThat(hall.list(raffle)).containsExactly(receipt.hash());
  }

  @Test
  void theCountIsTheSumOfAllInstancesAndFindsWhatADeadOneDidNotTell() {
    Raffle raffle = hall.open(HOUR, 1);
    DynamoEntries dying = on(server, hall.raffles::isNotClosed);
    dying.add(raffle, Hall.entry("told@example.org"));
    dying.tellCount();
    dying.add(raffle, Hall.entry("untold@example.org"));
    dying.close();
    hall.enter(raffle, "here@example.org");
    store.tellCount();
    assertThat(store.count(raffle.id())).isEqualTo(2);

    store.correctCount();

    assertThat(store.count(raffle.id())).isEqualTo(3);
    store.correctCount();
    DynamoEntries other = on(server, hall.raffles::isNotClosed);
    assertThat(other.count(raffle.id())).isEqualTo(3);
    other.close();
  }

  @Test
  void aServerThatIsAwayIsToldAndWhatWasAcknowledgedIsThere() {
    Raffle raffle = hall.open(HOUR, 1);
    Receipt in = hall.enter(raffle, "ada@example.org").orElseThrow();
    server.hang();
    try {
      assertThatThrownBy(() -> hall.enter(raffle, "bob@example.org"))
          .isInstanceOf(EntriesUnavailableException.class)
          .hasMessageContaining("no answer in time");
    } finally {
      server.goOn();
    }

    assertThat(hall.enter(raffle, "bob@example.org")).isPresent();
    assertThat(hall.enter(raffle, "ada@example.org")).contains(in);
    assertThat(hall.all(raffle)).hasSize(2);
  }

  @Test
  void whatIsMissingIsNamed() {
    try (DynamoDoor door =
        new DynamoDoor(
            new AwsSettings(Optional.of("eu-central-1")),
            new RaffleSettings(
                RaffleSettings.Store.DYNAMODB,
                1,
                Optional.of("no-such-table"),
                Optional.of(server.endpoint())))) {
      DynamoEntries missing = new DynamoEntries(door, raffle -> true);
      assertThatThrownBy(() -> missing.add(hall.open(HOUR, 1), Hall.entry("ada@example.org")))
          .isInstanceOf(EntriesUnavailableException.class)
          .hasMessageContaining("there is no such table");
    }
  }
}
