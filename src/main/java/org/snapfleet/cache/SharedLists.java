package org.snapfleet.cache;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** The protocol of this package, on whatever store. {@code package-info} argues for it. */
final class SharedLists implements FrontPageCache, AutoCloseable {

  /** A question for the version, and when it began. */
  private record Asking(long at, Asked<Optional<Version>> question) implements Look {}

  private final Map<String, Shelf<?>> shelves = new ConcurrentHashMap<>();
  private final AtomicBoolean owed = new AtomicBoolean();
  private final ListStore store;
  private final VersionQuestions versions;
  private final Loader loader;
  private final Time time;
  private final Counts counts;
  private final FlightBudget budget;

  SharedLists(ListStore store, Time time, Counts counts) {
    this.store = store;
    this.time = time;
    this.counts = counts;
    this.budget = new FlightBudget(time.nanoTime());
    this.versions = new VersionQuestions(store, time.nanoTime());
    this.loader = new Loader(store, time, counts);
  }

  @Override
  public Look look() {
    long at = time.now();
    return new Asking(at, versions.ask());
  }

  @Override
  public <T> Listed<T> read(Look look, CachedList<T> list) {
    Asking asking = (Asking) look;
    Shelf<T> shelf = shelf(list);
    Optional<Version> version = version(asking);
    Listed<T> listed =
        version.isPresent() ? known(asking.at(), version.get(), list, shelf) : unknown(list, shelf);
    (listed.cached() ? counts.hit() : counts.miss()).run();
    return listed;
  }

  @SuppressWarnings("unchecked") // a name stands for one list
  private <T> Shelf<T> shelf(CachedList<T> list) {
    Shelf<?> shelf = shelves.get(list.name());
    return (Shelf<T>)
        (shelf != null
            ? shelf
            : shelves.computeIfAbsent(list.name(), n -> new Shelf<>(budget, time.pause())));
  }

  /** Where there is none, a new one: what was cached under an earlier one is no longer found. */
  private Optional<Version> version(Asking asking) {
    try {
      Optional<Version> seen = asking.question().answer();
      if (seen.isPresent()) {
        return seen;
      }
      store.addVersion(Version.fresh()).answer();
      return versions.askAnew().answer();
    } catch (StoreFailedException e) {
      counts.error().run();
      return Optional.empty();
    }
  }

  /**
   * Any list will do that was loaded by somebody who had asked for the version before and was given
   * the same, if it is young enough: also one of a flight that began before this look.
   */
  private <T> Listed<T> known(long at, Version version, CachedList<T> list, Shelf<T> shelf) {
    while (true) {
      Copy<T> copy = shelf.copy();
      if (copy != null && copy.serves(version, at)) {
        return new Listed<>(copy.value(), true);
      }
      Flight<T> mine = new Flight<>();
      Flight<T> there = shelf.flights.putIfAbsent(version, mine);
      if (there == null) {
        return listed(loader.pilot(mine, at, version, list, shelf));
      }
      Flight.Landed<T> landed = there.join();
      if (landed.copy().serves(version, at)) {
        return listed(landed);
      }
      counts.stalePrevented().run();
    }
  }

  /** Only a database that is asked after this look will do. */
  private <T> Listed<T> unknown(CachedList<T> list, Shelf<T> shelf) {
    return listed(shelf.departures.fly(() -> loader.load(time.now(), null, list, shelf)));
  }

  private static <T> Listed<T> listed(Flight.Landed<T> landed) {
    return new Listed<>(landed.copy().value(), landed.cached());
  }

  /** Tries again while it waits: a store that comes back makes the wait short. */
  @Override
  public void changed() {
    long end = time.now() + Life.OF_AN_ENTRY.plus(Life.SLACK).toNanos();
    long pause = Life.BEFORE_A_SECOND_TRY.toNanos();
    while (!isReplaced()) {
      long left = end - time.now();
      if (left <= 0) {
        owed.set(true);
        return;
      }
      time.pause().nanos(Math.min(left, pause));
      pause = Math.min(2 * pause, Life.BETWEEN_TRIES.toNanos());
    }
    time.pause().nanos(Life.OF_ALL_ANSWERS.toNanos());
  }

  private boolean isReplaced() {
    try {
      store.replaceVersion(Version.fresh()).answer();
      return true;
    } catch (StoreFailedException e) {
      counts.error().run();
      return false;
    }
  }

  /** To be called now and then: replaces the version that a writer had to leave. */
  void settle() {
    if (owed.getAndSet(false) && !isReplaced()) {
      owed.set(true);
    }
  }

  @Override
  public void close() {
    store.close();
  }
}
