package org.snapfleet.memcached;

/** One node did not do what it was asked; nothing is known of what it holds. */
public final class NodeFailedException extends Exception {
  NodeFailedException(String node, String why) {
    super(node + ": " + why, null, false, false);
  }
}
