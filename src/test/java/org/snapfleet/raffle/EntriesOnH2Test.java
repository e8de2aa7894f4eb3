package org.snapfleet.raffle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;

/** Entries in the embedded database. */
class EntriesOnH2Test extends EntryStoreContract {
  private static JdbcConnectionPool pool;
  private static Hall hall;

  static synchronized Hall onH2() {
    if (hall == null) {
      hall = new Hall(database(), (rows, raffles) -> new DatabaseEntries(rows, true));
    }
    return hall;
  }

  /** One for all tests of this process. */
  static synchronized JdbcConnectionPool database() {
    if (pool == null) {
      pool =
          JdbcConnectionPool.create(
              "jdbc:h2:mem:raffle;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000", "", "");
      pool.setMaxConnections(24);
      Hall.migrate(pool, true);
    }
    return pool;
  }

  @Override
  Hall hall() {
    return onH2();
  }

  @Test
  void closingWaitsForWhoeverIsBeingEntered() throws Exception {
    PausedWriter.closingWaitsForHim(hall(), new DatabaseEntries(hall().rows, true));
  }

  /** Someone whose entry is written and not yet committed. */
  static final class PausedWriter {
    private PausedWriter() {}

    static void closingWaitsForHim(Hall hall, DatabaseEntries entries) throws Exception {
      Raffle raffle = hall.open(Duration.ofHours(1), 1);
      CountDownLatch written = new CountDownLatch(1);
      CompletableFuture<Optional<Receipt>> writer =
          CompletableFuture.supplyAsync(
              () ->
                  hall.rows.together(
                      connection -> {
                        Optional<Receipt> receipt =
                            entries.add(connection, raffle, Hall.entry("slow@example.org"));
                        written.countDown();
                        pause();
                        return receipt;
                      }));
      written.await();

      hall.keeper.close(raffle.id());

      assertThat(hall.list(raffle)).containsExactly(writer.get().orElseThrow().hash());
    }

    private static void pause() {
      try {
        Thread.sleep(800);
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
  }
}
