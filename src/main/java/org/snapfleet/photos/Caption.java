package org.snapfleet.photos;

import org.snapfleet.http.Problem;

/** What someone says of their photo, also its alternative text; maybe empty. */
record Caption(String text) {
  static final int MAX_LENGTH = 500;

  /** Lone surrogates and what else no XML 1.0 document, and so no feed, may hold. */
  private static final String NOT_XML =
      "[^\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]";

  /** Reads what someone typed: on one line, without control characters. */
  static Caption parse(String typed) {
    String text = typed.replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}]+", " ").replaceAll(NOT_XML, "").strip();
    if (text.length() > MAX_LENGTH) {
      throw new Problem(422, "caption.too-long", MAX_LENGTH);
    }
    return new Caption(text);
  }
}
