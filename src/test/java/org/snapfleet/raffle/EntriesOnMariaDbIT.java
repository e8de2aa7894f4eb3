package org.snapfleet.raffle;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mariadb.jdbc.MariaDbPoolDataSource;
import org.snapfleet.site.MariaDbServer;

/** Entries in MariaDB. */
@Tag("mariadb")
class EntriesOnMariaDbIT extends EntryStoreContract {
  private static Hall hall;

  @BeforeAll
  static void makeDatabase() {
    MariaDbPoolDataSource pool = MariaDbServer.shared().create("raffle_entries").pool(16);
    Hall.migrate(pool, false);
    hall = new Hall(pool, (rows, raffles) -> new DatabaseEntries(rows, false));
  }

  @Override
  Hall hall() {
    return hall;
  }

  @Test
  void closingWaitsForWhoeverIsBeingEntered() throws Exception {
    EntriesOnH2Test.PausedWriter.closingWaitsForHim(hall, new DatabaseEntries(hall.rows, false));
  }
}
