package org.snapfleet.raffle;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import javax.sql.DataSource;
import org.snapfleet.fleet.Database;
import org.snapfleet.fleet.DatabaseClock;
import org.snapfleet.fleet.RaffleSettings;
import org.snapfleet.fleet.Repeating;
import org.snapfleet.fleet.Settings;
import org.snapfleet.fleet.SiteStart;
import org.snapfleet.fleet.StartOrder;

/** Puts the parts together, and chooses the store by {@code snapfleet.raffle.store}. */
@Dependent
class RaffleParts {
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
  private static final Duration BETWEEN_CORRECTIONS = Duration.ofSeconds(5);
  private static final Duration BETWEEN_SWEEPS = Duration.ofHours(1);

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
  ReceiptRows receipts(Rows rows) {
    return new ReceiptRows(rows);
  }

  @Produces
  @Singleton
  WinnerRows winners(Rows rows, EntryStore entries) {
    return new WinnerRows(rows, entries);
  }

  @Produces
  @Singleton
  CurrentRaffle current(RaffleRows raffles) {
    return new CurrentRaffle(raffles, System::nanoTime);
  }

  @Produces
  @Singleton
  EntryCount count(EntryStore entries) {
    return new EntryCount(entries, System::nanoTime);
  }

  @Produces
  @Singleton
  Drawing drawing(
      Rows rows,
      RaffleRows raffles,
      ReceiptRows receipts,
      EntryStore entries,
      DatabaseClock clock) {
    return new Drawing(rows, raffles, receipts, entries, clock);
  }

  @Produces
  @Singleton
  RaffleKeeper keeper(
      Rows rows,
      RaffleRows raffles,
      ReceiptRows receipts,
      WinnerRows winners,
      EntryStore entries,
      Drawing drawing,
      DatabaseClock clock) {
    Sealing sealing = new Sealing(rows, receipts, entries, clock);
    return new RaffleKeeper(rows, raffles, winners, entries, sealing, drawing, clock);
  }

  @Produces
  @Singleton
  EntryStore entries(Settings settings, Rows rows, RaffleRows raffles, Repeating repeating) {
    if (settings.raffle().store() == RaffleSettings.Store.DATABASE) {
      return new DatabaseEntries(rows, settings.database().isEmbedded());
    }
    DynamoEntries entries =
        new DynamoEntries(new DynamoDoor(settings.aws(), settings.raffle()), raffles::isNotClosed);
    repeating.every(BETWEEN_LOOKS, "Telling how many entries were made", entries::tellCount);
    repeating.every(BETWEEN_CORRECTIONS, "Correcting the entries' count", entries::correctCount);
    return entries;
  }

  void stop(@Disposes EntryStore entries) {
    if (entries instanceof DynamoEntries inDynamoDb) {
      inDynamoDb.close();
    }
  }

  void start(
      @Observes @Priority(StartOrder.CONTENT) SiteStart event,
      Repeating repeating,
      RaffleKeeper keeper) {
    repeating.every(BETWEEN_LOOKS, "Looking after the raffle", keeper::look);
    repeating.every(BETWEEN_SWEEPS, "Forgetting the people of old raffles", keeper::forget);
  }
}
