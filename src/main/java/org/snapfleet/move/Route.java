package org.snapfleet.move;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.snapfleet.storage.PhotoStore;

/**
 * From where to where.
 *
 * @param sourceCheck fails where the source as a whole is not there
 * @param targetCheck the same of the target
 * @param grace how long after a photo's switch somebody may still be on the way to its old bytes
 * @param pause before a store that failed is asked again the first time; later ones are longer
 */
record Route(
    PhotoStore source,
    PhotoStore target,
    Check sourceCheck,
    Check targetCheck,
    Duration grace,
    Duration pause) {

  /** Looks whether a store is there. */
  interface Check {
    void look() throws IOException;
  }

  /** Stops a move that could not even begin. */
  void check() {
    try {
      sourceCheck.look();
      targetCheck.look();
    } catch (IOException e) {
      throw new MoveStoppedException(e.getMessage());
    }
  }

  /** Waits after a try that failed, each time longer. */
  void pauseAfter(int tries) {
    LockSupport.parkNanos(pause.multipliedBy(1L << (tries - 1)).toNanos());
  }

  PhotoStore named(String store) {
    return target.name().equals(store) ? target : source;
  }
}
