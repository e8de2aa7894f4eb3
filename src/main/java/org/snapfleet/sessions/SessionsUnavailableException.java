package org.snapfleet.sessions;

/** The session store does not answer just now: nobody can be told signed in or signed out. */
public final class SessionsUnavailableException extends RuntimeException {
  SessionsUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
