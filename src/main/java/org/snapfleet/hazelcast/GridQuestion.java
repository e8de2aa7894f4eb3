package org.snapfleet.hazelcast;

/** What a member was asked, so that more can be asked before the answer is waited for. */
@FunctionalInterface
public interface GridQuestion<T> {

  /**
   * Waits for the answer: no longer than the map's patience after it was asked.
   *
   * @throws GridUnavailableException where there is none
   */
  T answer();
}
