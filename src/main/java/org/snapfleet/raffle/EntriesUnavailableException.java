package org.snapfleet.raffle;

/** The store of entries does not answer, or refuses; the message says why and what to do. */
public final class EntriesUnavailableException extends RuntimeException {
  EntriesUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
