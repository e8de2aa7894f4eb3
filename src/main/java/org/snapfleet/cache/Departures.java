package org.snapfleet.cache;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.snapfleet.fleet.Pause;

/**
 * Flights of readers who could not learn the version: one after the other, within the budget. Who
 * comes while one is in the air takes the next, as that one's database may have been asked before
 * the reader began.
 */
final class Departures<T> {
  private final ReentrantLock runway = new ReentrantLock(true);
  private final FlightBudget budget;
  private final Pause pause;
  private Flight<T> boarding;

  Departures(FlightBudget budget, Pause pause) {
    this.budget = budget;
    this.pause = pause;
  }

  /** What a flight brings that has departed after this call began. */
  Flight.Landed<T> fly(Supplier<Flight.Landed<T>> trip) {
    Flight<T> mine = new Flight<>();
    Flight<T> next = board(mine);
    if (next == mine) {
      pilot(mine, trip);
    }
    return next.join();
  }

  private synchronized Flight<T> board(Flight<T> mine) {
    if (boarding == null) {
      boarding = mine;
    }
    return boarding;
  }

  private synchronized void closeDoors() {
    boarding = null;
  }

  private void pilot(Flight<T> mine, Supplier<Flight.Landed<T>> trip) {
    runway.lock();
    try {
      pause.nanos(budget.take());
      closeDoors();
      mine.land(trip.get());
    } catch (RuntimeException | Error e) {
      closeDoors();
      mine.fail(e);
    } finally {
      runway.unlock();
    }
  }
}
