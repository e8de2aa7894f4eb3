package org.snapfleet.traffic;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import javax.sql.DataSource;
import org.snapfleet.fleet.Database;
import org.snapfleet.fleet.DatabaseClock;
import org.snapfleet.fleet.Instance;
import org.snapfleet.fleet.Settings;

/** Chooses where records go by {@code snapfleet.traffic}. */
@Dependent
class TrafficSinks {
  @Resource(lookup = Database.JNDI_NAME)
  private DataSource database;

  @Produces
  @Singleton
  TrafficSink chosen(Settings settings, Ledger ledger, Provider<KinesisTraffic> kinesis) {
    return switch (settings.traffic().way()) {
      case OFF -> new NoTraffic();
      case DATABASE -> new DatabaseSink(ledger);
      case KINESIS -> kinesis.get().sink();
    };
  }

  @Produces
  @Singleton
  Ledger ledger(Settings settings, Instance instance, Boot boot, Drops drops, DatabaseClock clock) {
    TrafficStatements statements =
        settings.database().isEmbedded() ? TrafficStatements.H2 : TrafficStatements.MARIADB;
    TrafficTable table = new TrafficTable(database, statements, instance.address(), boot);
    return new Ledger(new Windows(), drops, table, clock);
  }
}
