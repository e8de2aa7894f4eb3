package org.snapfleet.fleet;

/**
 * The event at the end of a {@link Drain}: nothing is under way any more, and the process is about
 * to end. Its observers send on what they hold, soon.
 */
public final class Drained {
  Drained() {}
}
