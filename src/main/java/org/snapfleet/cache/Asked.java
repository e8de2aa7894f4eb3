package org.snapfleet.cache;

/** A question to the store that is under way. */
@FunctionalInterface
interface Asked<T> {

  /** Waits for the answer, for moments at most. */
  T answer() throws StoreFailedException;
}
