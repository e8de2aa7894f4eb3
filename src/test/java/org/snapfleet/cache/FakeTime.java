package org.snapfleet.cache;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;

/** Passes when somebody waits, or says so. */
final class FakeTime {
  private final AtomicLong nanos = new AtomicLong(1_000_000_000_000L);

  void pass(Duration span) {
    nanos.addAndGet(span.toNanos());
  }

  long now() {
    return nanos.get();
  }

  Time time() {
    return ahead(Duration.ZERO);
  }

  /** Of an instance whose clock goes ahead of the others'. */
  Time ahead(Duration by) {
    InstantSource source = () -> Instant.EPOCH.plusNanos(nanos.get()).plus(by);
    Clock clock = source.withZone(ZoneOffset.UTC);
    return new Time(nanos::get, clock, span -> nanos.addAndGet(Math.max(0, span)));
  }
}
