package org.snapfleet.move;

/** What a killed process does: nothing more. */
final class Killed extends Error {
  private static final long serialVersionUID = 1;
}
