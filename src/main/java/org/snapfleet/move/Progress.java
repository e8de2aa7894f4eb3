package org.snapfleet.move;

import java.io.PrintStream;
import java.time.Duration;
import java.util.function.LongSupplier;

/** Counts what is done, and tells it while it goes on. */
final class Progress {
  private static final Duration ON_A_TERMINAL = Duration.ofSeconds(1);
  private static final Duration IN_A_FILE = Duration.ofSeconds(5);

  /** Back to the line's beginning, and clears it. */
  private static final String AGAIN = "\r\u001b[K";

  private final PrintStream out;
  private final boolean terminal;
  private final LongSupplier nanoTime;
  private final long began;
  private long told;
  private long wanted;
  private long moved;
  private long skipped;
  private long bytes;

  /**
   * @param terminal whether a line can be written over
   */
  Progress(PrintStream out, boolean terminal) {
    this(out, terminal, System::nanoTime);
  }

  Progress(PrintStream out, boolean terminal, LongSupplier nanoTime) {
    this.out = out;
    this.terminal = terminal;
    this.nanoTime = nanoTime;
    this.began = nanoTime.getAsLong();
    this.told = began;
  }

  synchronized void begin(long photos) {
    wanted = photos;
  }

  synchronized void moved(long size) {
    moved++;
    bytes += size;
    if (isTime()) {
      print("  " + state());
    }
  }

  synchronized void skipped(PhotoRow photo, String why) {
    skipped++;
    say("Photo %s was left as it is: %s.".formatted(photo.id(), why));
  }

  synchronized void waiting(Duration left) {
    if (isTime()) {
      print(
          ("  Links given out before may still be in use for %s; Ctrl-C is fine: the site removes"
                  + " the old copies by itself.")
              .formatted(InWords.duration(left.plusMillis(999))));
    }
  }

  /** A line that stays. */
  synchronized void say(String line) {
    out.println((terminal ? AGAIN : "") + line);
    out.flush();
  }

  private boolean isTime() {
    long now = nanoTime.getAsLong();
    boolean time = now - told >= (terminal ? ON_A_TERMINAL : IN_A_FILE).toNanos();
    told = time ? now : told;
    return time;
  }

  private void print(String line) {
    if (terminal) {
      out.print(AGAIN + line);
      out.flush();
    } else {
      out.println(line);
    }
  }

  private String state() {
    double seconds = (double) taken().toNanos() / 1e9;
    long all = Math.max(wanted, moved + skipped);
    long left = all - moved - skipped;
    return "%s of %s (%d %%), %s, %s/s, about %s left"
        .formatted(
            InWords.number(moved),
            InWords.photos(all),
            100 * (moved + skipped) / all,
            InWords.bytes((double) bytes),
            InWords.bytes((double) bytes / seconds),
            InWords.duration(
                Duration.ofSeconds((long) ((double) left * seconds / (double) moved))));
  }

  private Duration taken() {
    return Duration.ofNanos(nanoTime.getAsLong() - began);
  }

  /** What was done, in a few words. */
  synchronized String sum() {
    return "Moved %s (%s) in %s"
        .formatted(InWords.photos(moved), InWords.bytes((double) bytes), InWords.duration(taken()));
  }
}
