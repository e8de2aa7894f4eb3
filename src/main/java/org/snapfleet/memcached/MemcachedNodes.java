package org.snapfleet.memcached;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.snapfleet.fleet.MemcachedSettings.Server;
import org.snapfleet.fleet.StartFailure;

/**
 * All nodes of a cluster, and which of them keep a key.
 *
 * <p>When the list of nodes changes, the places of before are used along with the new ones for a
 * while: no key is lost that is read in that time, and instances that learn of the change a little
 * later still meet the others there.
 */
public final class MemcachedNodes implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(MemcachedNodes.class.getName());
  private static final Duration TO_CONNECT = Duration.ofSeconds(1);

  /** How long a request waits for a node. */
  private static final Duration PATIENCE = Duration.ofMillis(80);

  private final NodeSource source;
  private final Duration overlap;
  private final Duration patience;
  private volatile List<Ring> former = List.of();
  private volatile Ring current = new Ring(Map.of(), 0);
  private volatile long listedAt;

  MemcachedNodes(NodeSource source, Duration overlap, Duration patience) {
    this.source = source;
    this.overlap = overlap;
    this.patience = patience;
  }

  /**
   * Lists the nodes, if that can be done now, and connects to them.
   *
   * @param overlap how long places of before are used after the list has changed
   */
  public static MemcachedNodes open(List<Server> servers, Duration overlap) {
    return open(servers, overlap, PATIENCE);
  }

  /**
   * The same with another patience.
   *
   * @param patience how long a request waits for a node
   */
  public static MemcachedNodes open(List<Server> servers, Duration overlap, Duration patience) {
    if (servers.stream().anyMatch(Server::tls) && !Connections.knowTls()) {
      StartFailure.stop(
          "snapfleet.memcached.servers=%s needs the build with Amazon's client: ./mvnw -Pelasticache package"
              .formatted(servers.stream().map(Server::toString).collect(joining(","))));
    }
    MemcachedNodes nodes = new MemcachedNodes(NodeSource.of(servers), overlap, patience);
    try {
      nodes.refresh();
      nodes.awaitConnections();
    } catch (UncheckedIOException e) {
      LOG.log(Level.WARNING, "Memcached''s nodes are not known yet: {0}", e.getMessage());
    }
    return nodes;
  }

  /** Where the key is kept, in an order that all instances agree on. */
  public List<Place> closest(String key, int copies) {
    Ring now = current; // before the former ones: those of a change in between are among them
    return closest(key, copies, now, former);
  }

  /** One key that is asked for all the time, on one node; also where it was this short ago. */
  public FixedKey fixed(String key, Duration leftWithin) {
    return new FixedKey(this, key, leftWithin);
  }

  Ring current() {
    return current;
  }

  List<Ring> former() {
    return former;
  }

  static List<Place> closest(String key, int copies, Ring now, List<Ring> former) {
    List<MemcachedNode> here = now.closest(key, copies);
    List<Place> places = new ArrayList<>();
    Set<MemcachedNode> seen = new HashSet<>();
    for (Ring ring : former) {
      for (MemcachedNode node : ring.closest(key, copies)) {
        if (seen.add(node)) {
          places.add(new Place(node, !here.contains(node)));
        }
      }
    }
    here.stream().filter(seen::add).map(node -> new Place(node, false)).forEach(places::add);
    return places;
  }

  /** Whether the list was asked for within this time, or can never change. */
  public boolean wereListedWithin(Duration time) {
    return areKnown() && (source.isFixed() || System.nanoTime() - listedAt < time.toNanos());
  }

  public boolean areKnown() {
    return !current.nodes().isEmpty();
  }

  /** Asks again which nodes there are and where their names lead. */
  public synchronized void refresh() {
    long asked = System.nanoTime();
    Map<String, NodeAddress> listed = new LinkedHashMap<>();
    try {
      source.nodes().forEach(address -> listed.putIfAbsent(address.name(), address));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, MemcachedNode> known = known();
    Map<String, MemcachedNode> now = new LinkedHashMap<>();
    listed.forEach(
        (name, address) -> {
          MemcachedNode node =
              known.computeIfAbsent(name, n -> new MemcachedNode(address, patience));
          node.follow(address);
          now.put(name, node);
        });
    change(now);
    known.values().removeAll(known().values());
    known.values().forEach(MemcachedNode::close);
    listedAt = asked;
  }

  private void change(Map<String, MemcachedNode> now) {
    List<Ring> kept = new ArrayList<>(former);
    kept.removeIf(ring -> ring.wasLeftBefore(overlap));
    if (!now.keySet().equals(current.nodes().keySet())) {
      LOG.log(Level.INFO, "Memcached nodes: {0}", String.join(", ", now.keySet()));
      if (areKnown()) {
        kept.add(new Ring(current.nodes(), System.nanoTime()));
      }
    }
    // first the one, then the other: who reads between the two knows all places
    former = List.copyOf(kept);
    current = new Ring(Map.copyOf(now), 0);
  }

  private Map<String, MemcachedNode> known() {
    Map<String, MemcachedNode> known = new HashMap<>();
    former.forEach(ring -> known.putAll(ring.nodes()));
    known.putAll(current.nodes());
    return known;
  }

  /** Clients connect in the background; the first requests should find them warm. */
  void awaitConnections() {
    long end = System.nanoTime() + TO_CONNECT.toNanos();
    while (System.nanoTime() - end < 0
        && !current.nodes().values().stream().allMatch(MemcachedNode::isConnected)) {
      LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
    }
    current.nodes().values().forEach(MemcachedNode::greet);
  }

  @Override
  public synchronized void close() {
    known().values().forEach(MemcachedNode::close);
  }
}
