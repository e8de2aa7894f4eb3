package org.snapfleet.hazelcast;

/** The data grid did not answer; a change that was asked for may have been made all the same. */
public final class GridUnavailableException extends RuntimeException {
  GridUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
