package org.snapfleet.cache;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** A list that one reader fetches for itself and for all who join. */
final class Flight<T> {

  /**
   * What a flight brought.
   *
   * @param cached whether from the store, not from the database
   */
  record Landed<T>(Copy<T> copy, boolean cached) {}

  private final CompletableFuture<Landed<T>> arrival = new CompletableFuture<>();

  void land(Landed<T> brought) {
    arrival.complete(brought);
  }

  void fail(Throwable why) {
    arrival.completeExceptionally(why);
  }

  /** Waits until it has landed; throws what its pilot met. */
  Landed<T> join() {
    try {
      return arrival.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }
}
