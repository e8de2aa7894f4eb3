package org.snapfleet.check;

/**
 * Something that somebody should know.
 *
 * @param what what was seen, or its likely cause
 * @param remedy what to do; may be empty
 */
record Note(Verdict verdict, String what, String remedy) {

  static Note failure(String what, String remedy) {
    return new Note(Verdict.FAILED, what, remedy);
  }

  static Note warning(String what, String remedy) {
    return new Note(Verdict.WARNING, what, remedy);
  }

  static Note mention(String what) {
    return new Note(Verdict.OK, what, "");
  }
}
