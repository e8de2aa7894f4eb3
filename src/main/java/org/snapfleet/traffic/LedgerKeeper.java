package org.snapfleet.traffic;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.time.Duration;
import org.snapfleet.fleet.Drained;
import org.snapfleet.fleet.Repeating;
import org.snapfleet.fleet.SiteStart;
import org.snapfleet.fleet.StartOrder;

/** Has what was counted written each second, also before a window's end, and before the end. */
@ApplicationScoped
class LedgerKeeper {
  private static final Duration BETWEEN_WRITES = Duration.ofSeconds(1);
  private static final Duration BETWEEN_SWEEPS = Duration.ofMinutes(5);
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Ledger ledger;
  private final TrafficSink sink;

  @Inject
  LedgerKeeper(Ledger ledger, TrafficSink sink) {
    this.ledger = ledger;
    this.sink = sink;
  }

  /** For the client proxy. */
  protected LedgerKeeper() {
    this(null, null);
  }

  /** Something to do with the database. */
  private interface Work {
    void run() throws SQLException, InterruptedException;
  }

  void start(@Observes @Priority(StartOrder.CONTENT) SiteStart event, Repeating repeating) {
    repeating.every(BETWEEN_WRITES, "Writing traffic", () -> run(ledger::write));
    repeating.every(
        BETWEEN_SWEEPS, "Removing the traffic of yesterday", () -> run(ledger::forgetOld));
  }

  void drained(@Observes Drained event) {
    flush();
  }

  /** What came after that, or without it. */
  void stop(@Observes Shutdown event) {
    flush();
  }

  private void flush() {
    sink.flush(PATIENCE);
    run(() -> ledger.flush(PATIENCE));
  }

  private static void run(Work work) {
    try {
      work.run();
    } catch (SQLException e) {
      throw new PersistenceException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
