package org.snapfleet.memcached;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.snapfleet.fleet.MemcachedSettings.Server;

/** Knows which nodes there are now. */
@FunctionalInterface
interface NodeSource {
  List<NodeAddress> nodes() throws IOException;

  /** Whether there are never others. */
  default boolean isFixed() {
    return false;
  }

  /** The servers as configured; endpoints are asked. */
  static NodeSource of(List<Server> servers) {
    return new Configured(servers);
  }

  /** What the settings name. */
  record Configured(List<Server> servers) implements NodeSource {

    @Override
    public List<NodeAddress> nodes() throws IOException {
      List<NodeAddress> nodes = new ArrayList<>();
      for (Server server : servers) {
        if (server.isEndpoint()) {
          nodes.addAll(new ClusterEndpoint(server).nodes());
        } else {
          nodes.add(NodeAddress.of(server));
        }
      }
      return nodes;
    }

    @Override
    public boolean isFixed() {
      return servers.stream().noneMatch(Server::isEndpoint);
    }
  }
}
