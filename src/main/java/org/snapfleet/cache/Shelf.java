package org.snapfleet.cache;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.snapfleet.fleet.Pause;

/** What this instance has of one list: the last copy, and the flights that are under way. */
final class Shelf<T> {
  final Map<Version, Flight<T>> flights = new ConcurrentHashMap<>();
  final Departures<T> departures;
  private volatile Copy<T> copy;

  Shelf(FlightBudget budget, Pause pause) {
    this.departures = new Departures<>(budget, pause);
  }

  /** The copy, or null. */
  Copy<T> copy() {
    return copy;
  }

  /** Keeps the younger of two, and the value's identity where the bytes are the same. */
  synchronized Copy<T> keep(Copy<T> next) {
    Copy<T> kept =
        copy != null && Arrays.equals(copy.bytes(), next.bytes())
            ? new Copy<>(copy.value(), copy.bytes(), next.version(), next.bornAt())
            : next;
    if (copy == null || kept.bornAt() - copy.bornAt() >= 0) {
      copy = kept;
    }
    return kept;
  }
}
