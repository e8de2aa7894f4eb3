package org.snapfleet.traffic;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** Brings what this process counted into the database. */
final class Ledger {
  /** For how long the database keeps windows. */
  static final Duration REMEMBERED = Duration.ofDays(1);

  private final Windows windows;
  private final Drops drops;
  private final TrafficTable table;
  private final Clock clock;
  private final ReentrantLock writing = new ReentrantLock();
  private final List<Windows.Lost> unsettled = new ArrayList<>();

  Ledger(Windows windows, Drops drops, TrafficTable table, Clock clock) {
    this.windows = windows;
    this.drops = drops;
    this.table = table;
    this.clock = clock;
  }

  Windows windows() {
    return windows;
  }

  Drops drops() {
    return drops;
  }

  /** Writes what has changed; the windows that are too old or too many go, written or not. */
  void write() throws SQLException {
    writing.lock();
    try {
      writeAll();
    } finally {
      writing.unlock();
    }
  }

  private void writeAll() throws SQLException {
    try {
      table.writeWindows(windows.unwritten(), windows::written);
    } finally {
      makeRoom();
    }
    settle();
    table.writeDrops(drops.unwritten(), drops::written);
  }

  private void makeRoom() {
    long now = clock.millis();
    for (Windows.Lost lost : windows.closeOld(now)) {
      drops.add(lost.start(), Drops.Reason.DATABASE, lost.requests() - lost.written());
      unsettled.add(lost);
    }
    long oldest = now - REMEMBERED.toMillis();
    unsettled.removeIf(lost -> lost.start() < oldest);
    drops.forgetBefore(oldest);
  }

  /**
   * What the database did not confirm, it may have kept all the same: it is asked how much of a
   * lost window it has, and the rest is what was dropped.
   */
  private void settle() throws SQLException {
    for (Iterator<Windows.Lost> all = unsettled.iterator(); all.hasNext(); ) {
      Windows.Lost lost = all.next();
      long kept = table.counted(lost.start());
      drops.add(lost.start(), Drops.Reason.DATABASE, lost.written() - kept);
      all.remove();
    }
  }

  /** Writes before the end, within so much time; what then is not written is lost. */
  void flush(Duration patience) throws SQLException, InterruptedException {
    if (writing.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS)) {
      try {
        writeAll();
      } finally {
        writing.unlock();
      }
    }
  }

  /** Removes what is too old from the database. */
  void forgetOld() throws SQLException {
    table.removeBefore(clock.millis() - REMEMBERED.toMillis());
  }
}
