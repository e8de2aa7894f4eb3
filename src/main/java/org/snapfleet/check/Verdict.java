package org.snapfleet.check;

/** How it stands; the later, the worse. */
enum Verdict {
  OK("ok"),
  WARNING("warning"),
  FAILED("FAILED");

  private final String word;

  Verdict(String word) {
    this.word = word;
  }

  @Override
  public String toString() {
    return word;
  }
}
