package org.snapfleet.photos;

import org.snapfleet.http.Problem;

/** What someone says of their photo, also its alternative text; maybe empty. */
record Caption(String text) {
  static final int MAX_LENGTH = 500;

  /** Reads what someone typed: on one line, without control characters. */
  static Caption parse(String typed) {
    String text = typed.replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}]+", " ").strip();
    if (text.length() > MAX_LENGTH) {
      throw new Problem(422, "caption.too-long", MAX_LENGTH);
    }
    return new Caption(text);
  }
}
