package org.snapfleet.bench;

import java.time.Duration;

/** A list that misses a change which had been acknowledged before anyone asked for the list. */
record Stale(Sighting sighting, Change missed) {

  /** How old the list is at least. */
  Duration age() {
    return Duration.ofNanos(sighting.begun() - missed.acknowledged());
  }
}
