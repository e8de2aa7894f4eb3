package org.snapfleet.memcached;

import java.time.Duration;
import java.util.List;
import org.snapfleet.fleet.MemcachedSettings.Server;

/** For tests of other packages: nodes of a list that changes, as an endpoint's does. */
public final class ChangingNodes {
  private static final Duration OVERLAP = Duration.ofMinutes(30);

  private final MemcachedNodes nodes;
  private List<Server> listed;

  public ChangingNodes(List<Server> first, Duration patience) {
    listed = first;
    nodes =
        new MemcachedNodes(() -> listed.stream().map(NodeAddress::of).toList(), OVERLAP, patience);
    hear(first);
  }

  /** The endpoint is asked, and names these. */
  public void hear(List<Server> next) {
    listed = next;
    nodes.refresh();
    nodes.awaitConnections();
  }

  public MemcachedNodes nodes() {
    return nodes;
  }
}
