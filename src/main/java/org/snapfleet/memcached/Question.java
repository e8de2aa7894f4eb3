package org.snapfleet.memcached;

/** What was asked of a node, so that several can be asked at once and then waited for. */
@FunctionalInterface
public interface Question<T> {

  /** Waits for the answer: no longer than the node's patience after it was asked. */
  T answer() throws NodeFailedException;
}
