package org.snapfleet.cache;

/** The store did not answer, or refused; a change that was asked for may have been made. */
final class StoreFailedException extends Exception {
  StoreFailedException(String why) {
    super(why, null, false, false); // there may be thousands a second
  }
}
