package org.snapfleet.traffic;

import java.time.Duration;

/**
 * Counts windows here, which the {@link Ledger} writes to the database: no record outlives its
 * request.
 */
final class DatabaseSink implements TrafficSink {
  private final Windows windows;
  private final Drops drops;

  DatabaseSink(Ledger ledger) {
    this.windows = ledger.windows();
    this.drops = ledger.drops();
  }

  @Override
  public void take(Answered answered) {
    boolean isCounted =
        windows.add(
            answered.cameAt(),
            answered.client(),
            answered.status(),
            answered.size(),
            answered.nanos());
    if (!isCounted) {
      drops.add(answered.cameAt(), Drops.Reason.LATE, 1);
    }
  }

  @Override
  public long held() {
    return windows.rows();
  }

  /** The ledger is written in any case. */
  @Override
  public void flush(Duration patience) {}
}
