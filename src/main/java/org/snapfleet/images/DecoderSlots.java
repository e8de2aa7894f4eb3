package org.snapfleet.images;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.Semaphore;

/**
 * Bounds how many pictures are decoded at once and how many wait for it, first come first served.
 */
final class DecoderSlots {
  private final int most;
  private final Semaphore decoders;
  private final Semaphore places;

  DecoderSlots(int decoders, int waiting) {
    this.most = decoders;
    this.decoders = new Semaphore(decoders, true);
    this.places = new Semaphore(Math.addExact(decoders, waiting), true);
  }

  /** Work that needs a slot. */
  interface Work<T> {
    T run() throws RefusedImageException, IOException;
  }

  boolean full() {
    return places.availablePermits() == 0;
  }

  /** How many are decoded now. */
  int decoding() {
    return most - decoders.availablePermits();
  }

  /** How many wait now. */
  int waiting() {
    return decoders.getQueueLength();
  }

  <T> T in(Work<T> work) throws BusyException, RefusedImageException, IOException {
    if (!places.tryAcquire()) {
      throw new BusyException();
    }
    try {
      return inTurn(work);
    } finally {
      places.release();
    }
  }

  private <T> T inTurn(Work<T> work) throws RefusedImageException, IOException {
    try {
      decoders.acquire();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("Interrupted while waiting for a decoder");
    }
    try {
      return work.run();
    } finally {
      decoders.release();
    }
  }
}
