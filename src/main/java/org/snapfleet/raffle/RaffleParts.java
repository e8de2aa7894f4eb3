package org.snapfleet.raffle;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import javax.sql.DataSource;
import org.snapfleet.fleet.Database;
import org.snapfleet.fleet.DatabaseClock;
import org.snapfleet.fleet.Settings;

/** Puts the parts together, and chooses the store by {@code snapfleet.raffle.store}. */
@Dependent
class RaffleParts {
  @Resource(lookup = Database.JNDI_NAME)
  private DataSource database;

  @Produces
  @Singleton
  Rows rows() {
    return new Rows(database);
  }

  @Produces
  @Singleton
  RaffleRows raffles(Rows rows, DatabaseClock clock) {
    return new RaffleRows(rows, clock);
  }

  @Produces
  @Singleton
  WinnerRows winners(Rows rows) {
    return new WinnerRows(rows);
  }

  @Produces
  @Singleton
  EntryStore entries(Settings settings, Rows rows) {
    return new DatabaseEntries(rows, settings.database().isEmbedded());
  }
}
