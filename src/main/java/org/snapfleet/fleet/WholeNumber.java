package org.snapfleet.fleet;

import java.util.Optional;

/** Which whole numbers a setting may be, both ends included. */
record WholeNumber(long least, long most) {

  /** Nothing where the text is none of them. */
  Optional<Long> parse(String text) {
    try {
      long value = Long.parseLong(text.strip());
      return value >= least && value <= most ? Optional.of(value) : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** What is accepted, in words. */
  String form() {
    return "a whole number from %d to %d".formatted(least, most);
  }
}
