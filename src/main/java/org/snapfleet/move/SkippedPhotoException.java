package org.snapfleet.move;

/** One photo cannot be moved, for a reason of its own; the others can. */
final class SkippedPhotoException extends Exception {
  private static final long serialVersionUID = 1;

  SkippedPhotoException(String why) {
    super(why);
  }
}
