package org.snapfleet.redis;

/** What Redis was asked, so that more can be asked before the answer is waited for. */
@FunctionalInterface
public interface RedisQuestion<T> {

  /**
   * Waits for the answer: no longer than the link's patience after it was asked.
   *
   * @throws RedisUnavailableException where there is none
   */
  T answer();
}
