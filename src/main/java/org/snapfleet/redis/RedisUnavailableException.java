package org.snapfleet.redis;

/**
 * Redis did not answer, or refused; a change that was asked for may have been made all the same.
 */
public final class RedisUnavailableException extends RuntimeException {
  RedisUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
