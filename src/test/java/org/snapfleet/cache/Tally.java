package org.snapfleet.cache;

import java.util.concurrent.atomic.AtomicInteger;

/** Counts, for tests. */
final class Tally {
  final AtomicInteger hits = new AtomicInteger();
  final AtomicInteger misses = new AtomicInteger();
  final AtomicInteger flights = new AtomicInteger();
  final AtomicInteger stalePrevented = new AtomicInteger();
  final AtomicInteger errors = new AtomicInteger();

  Counts counts() {
    return new Counts(
        hits::incrementAndGet,
        misses::incrementAndGet,
        flights::incrementAndGet,
        stalePrevented::incrementAndGet,
        errors::incrementAndGet);
  }
}
