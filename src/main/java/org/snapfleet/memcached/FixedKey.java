package org.snapfleet.memcached;

import java.time.Duration;
import java.util.List;

/** A key that is asked for all the time: its places are only sought when the nodes change. */
public final class FixedKey {
  private final MemcachedNodes nodes;
  private final String key;
  private final Duration leftWithin;
  private volatile Known known;

  private record Known(Ring ring, List<Place> places) {}

  FixedKey(MemcachedNodes nodes, String key, Duration leftWithin) {
    this.nodes = nodes;
    this.key = key;
    this.leftWithin = leftWithin;
  }

  /** Where it is kept, and where it was before the list of nodes changed a short while ago. */
  @SuppressWarnings("ReferenceEquality") // each listing makes another ring
  public List<Place> places() {
    Ring now =
        nodes.current(); // before the former ones: those of a change in between are among them
    List<Ring> former = nodes.former();
    if (former.isEmpty()) {
      Known there = known;
      if (there == null || there.ring() != now) {
        there = new Known(now, MemcachedNodes.closest(key, 1, now, former));
        known = there;
      }
      return there.places();
    }
    List<Ring> recent = former.stream().filter(ring -> !ring.wasLeftBefore(leftWithin)).toList();
    return MemcachedNodes.closest(key, 1, now, recent);
  }
}
