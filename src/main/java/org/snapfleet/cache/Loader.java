package org.snapfleet.cache;

import java.util.Optional;

/** Fetches a list that this instance does not have: from the store, or from the database. */
final class Loader {
  private static final String KEYS = "snapfleet:cache:";

  private final ListStore store;
  private final Time time;
  private final Counts counts;

  Loader(ListStore store, Time time, Counts counts) {
    this.store = store;
    this.time = time;
    this.counts = counts;
  }

  /**
   * Flies for all who wait for the list of this version. Nobody joins one that has landed: then the
   * copy is on the shelf, or too old.
   */
  <T> Flight.Landed<T> pilot(
      Flight<T> flight, long at, Version version, CachedList<T> list, Shelf<T> shelf) {
    try {
      Copy<T> copy = shelf.copy(); // another flight may have landed just now
      Flight.Landed<T> landed =
          copy != null && copy.serves(version, at)
              ? new Flight.Landed<>(copy, true)
              : bring(at, version, list, shelf);
      shelf.flights.remove(version, flight);
      flight.land(landed);
      return landed;
    } catch (RuntimeException | Error e) {
      shelf.flights.remove(version, flight);
      flight.fail(e);
      throw e;
    }
  }

  /** One instance of the fleet has the lease and asks the database; the others wait a little. */
  private <T> Flight.Landed<T> bring(long at, Version version, CachedList<T> list, Shelf<T> shelf) {
    String key = list.name() + ":" + version.text();
    Optional<Flight.Landed<T>> found = fetch(key, at, version, list, shelf);
    if (found.isEmpty() && !mayLoad(key)) {
      long end = time.now() + Life.OF_PATIENCE_WITH_OTHERS.toNanos();
      while (found.isEmpty() && end - time.now() > 0) {
        time.pause().nanos(Life.BETWEEN_LOOKS.toNanos());
        found = fetch(key, at, version, list, shelf);
      }
    }
    return found.orElseGet(() -> loadAndPut(key, at, version, list, shelf));
  }

  private <T> Optional<Flight.Landed<T>> fetch(
      String key, long at, Version version, CachedList<T> list, Shelf<T> shelf) {
    try {
      return store
          .entry(KEYS + "list:" + key)
          .answer()
          .flatMap(Entry::read)
          .flatMap(entry -> copy(entry, at, version, list))
          .map(copy -> new Flight.Landed<>(shelf.keep(copy), true));
    } catch (StoreFailedException e) {
      counts.error().run();
      return Optional.empty();
    }
  }

  /** Nothing where the entry is too old, or from a future that two clocks of ours do not have. */
  private <T> Optional<Copy<T>> copy(Entry entry, long at, Version version, CachedList<T> list) {
    long bornAt = time.now() - time.nanosSince(entry.bornAt());
    boolean tooEarly = bornAt - time.now() > Life.SLACK.toNanos();
    if (tooEarly || !Copy.isYoung(bornAt, at)) {
      counts.stalePrevented().run();
      return Optional.empty();
    }
    return list.read()
        .apply(entry.list())
        .map(value -> new Copy<>(value, entry.list(), version, bornAt));
  }

  private boolean mayLoad(String key) {
    try {
      return store.lease(KEYS + "lease:" + key, Life.OF_A_LEASE).answer();
    } catch (StoreFailedException e) {
      counts.error().run();
      return true;
    }
  }

  private <T> Flight.Landed<T> loadAndPut(
      String key, long at, Version version, CachedList<T> list, Shelf<T> shelf) {
    long bornAt = time.millisAt(at);
    Flight.Landed<T> landed = load(at, version, list, shelf);
    if (Copy.isYoung(at, time.now())) {
      Entry entry = new Entry(bornAt, landed.copy().bytes());
      store.put(KEYS + "list:" + key, entry.bytes(), Life.IN_THE_STORE);
    } else {
      counts.stalePrevented().run();
    }
    return landed;
  }

  /**
   * Asks the database.
   *
   * @param at when the look began that gave the version
   */
  <T> Flight.Landed<T> load(long at, Version version, CachedList<T> list, Shelf<T> shelf) {
    counts.flight().run();
    T value = list.database().get();
    Copy<T> copy = new Copy<>(value, list.write().apply(value), version, at);
    return new Flight.Landed<>(shelf.keep(copy), false);
  }
}
