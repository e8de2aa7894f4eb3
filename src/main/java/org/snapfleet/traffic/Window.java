package org.snapfleet.traffic;

/** Windows of ten seconds. */
final class Window {
  /** In milliseconds. */
  static final long LENGTH = 10_000;

  private Window() {}

  /** The start of the window that a time is in; both in milliseconds since 1970. */
  static long startOf(long time) {
    return time - Math.floorMod(time, LENGTH);
  }
}
