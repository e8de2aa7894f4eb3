package org.snapfleet.raffle;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mariadb.jdbc.MariaDbPoolDataSource;
import org.snapfleet.site.MariaDbServer;

/** Entries in MariaDB. */
@Tag("mariadb")
class EntriesOnMariaDbIT extends EntryStoreContract {
  private static final MariaDbServer.Database DATABASE =
      MariaDbServer.shared().create("raffle_entries");
  private static Hall hall;

  @BeforeAll
  static void makeDatabase() {
    MariaDbPoolDataSource pool = DATABASE.pool(16);
    Hall.migrate(pool, false);
    hall = on(pool);
  }

  private static Hall on(MariaDbPoolDataSource pool) {
    return new Hall(pool, (rows, raffles) -> new DatabaseEntries(rows, false));
  }

  @Override
  Hall hall() {
    return hall;
  }

  @Test
  void closingWaitsForWhoeverIsBeingEntered() throws Exception {
    EntriesOnH2Test.PausedWriter.closingWaitsForHim(hall, new DatabaseEntries(hall.rows, false));
  }

  /** By itself, {@code INSERT … SELECT} holds the row only where reads are repeatable. */
  @Test
  void soItDoesOnAServerOfReadCommitted() throws Exception {
    try (MariaDbPoolDataSource pool = DATABASE.pool(4, "transactionIsolation=READ-COMMITTED")) {
      Hall committed = on(pool);
      EntriesOnH2Test.PausedWriter.closingWaitsForHim(
          committed, new DatabaseEntries(committed.rows, false));
    }
  }
}
