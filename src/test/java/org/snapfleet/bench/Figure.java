package org.snapfleet.bench;

/**
 * One line of what the bench prints.
 *
 * @param aim what it should be
 * @param reached what it is
 */
record Figure(String what, String aim, String reached, boolean isMet) {

  String line() {
    return "| %s | %s | %s | %s |".formatted(what, aim, reached, isMet ? "yes" : "**no**");
  }
}
