package org.snapfleet.images;

/** All decoders are at work and the queue before them is full: try again in a moment. */
public final class BusyException extends Exception {
  private static final long serialVersionUID = 1;

  BusyException() {
    super("Many pictures are being developed right now; try again in a moment.");
  }
}
