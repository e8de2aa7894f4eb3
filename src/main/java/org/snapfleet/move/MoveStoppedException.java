package org.snapfleet.move;

/** The move cannot go on, for a reason that is told in one line. What is moved stays moved. */
final class MoveStoppedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final boolean passing;

  MoveStoppedException(String why) {
    this(why, false);
  }

  /**
   * @param passing whether it may be otherwise in a moment
   */
  MoveStoppedException(String why, boolean passing) {
    super(why);
    this.passing = passing;
  }

  boolean isPassing() {
    return passing;
  }
}
