package org.snapfleet.memcached;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The nodes by their names, as they were listed at one time.
 *
 * @param leftAt when another list took its place, by {@link System#nanoTime()}
 */
record Ring(Map<String, MemcachedNode> nodes, long leftAt) {

  boolean wasLeftBefore(Duration ago) {
    return System.nanoTime() - leftAt >= ago.toNanos();
  }

  List<MemcachedNode> closest(String key, int count) {
    return Rendezvous.closest(nodes.values(), MemcachedNode::name, key, count);
  }
}
