package org.snapfleet.sessions;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.snapfleet.fleet.MemcachedSettings.Server;
import org.snapfleet.memcached.MemcachedNodes;
import org.snapfleet.site.MemcachedServer;

/** Three real nodes, and instances that keep their sessions there. */
final class MemcachedCluster implements AutoCloseable {
  /** For nodes that are there or not: a busy machine is neither. */
  static final Duration PATIENT = Duration.ofSeconds(1);

  static final Person ANN = new Person(new UUID(1, 2), "Ann", false, false);

  private final List<MemcachedServer> servers =
      List.of(new MemcachedServer(), new MemcachedServer(), new MemcachedServer());
  private final List<MemcachedSessionStore> stores = new ArrayList<>();

  /** Another instance of the site. */
  MemcachedSessionStore store(int copies) {
    return store(copies, addresses());
  }

  MemcachedSessionStore store(int copies, List<Server> addresses) {
    return store(copies, addresses, PATIENT);
  }

  /** One that waits no longer for a node than a site does. */
  MemcachedSessionStore hurriedStore(int copies) {
    return shippedStore(copies, addresses());
  }

  MemcachedSessionStore shippedStore(int copies, List<Server> addresses) {
    return store(copies, MemcachedNodes.open(addresses, Duration.ofMinutes(1)));
  }

  MemcachedSessionStore store(int copies, List<Server> addresses, Duration patience) {
    return store(copies, MemcachedNodes.open(addresses, Duration.ofMinutes(1), patience));
  }

  private MemcachedSessionStore store(int copies, MemcachedNodes nodes) {
    MemcachedSessionStore store = new MemcachedSessionStore(nodes, copies, Clock.systemUTC());
    stores.add(store);
    return store;
  }

  List<Server> addresses() {
    return servers.stream().map(MemcachedServer::address).toList();
  }

  List<MemcachedServer> servers() {
    return servers;
  }

  /** Where a session is kept, the deciding node first. */
  List<MemcachedServer> of(SessionKey key, int copies) {
    try (MemcachedNodes nodes = MemcachedNodes.open(addresses(), Duration.ZERO)) {
      return nodes.closest(text(key), copies).stream()
          .map(place -> byName(place.node().name()))
          .toList();
    }
  }

  private MemcachedServer byName(String name) {
    return servers.stream()
        .filter(s -> s.address().toString().equals(name))
        .findAny()
        .orElseThrow();
  }

  static String text(SessionKey key) {
    return "snapfleet:session:" + key.hex();
  }

  static Optional<SessionRecord> held(MemcachedServer server, SessionKey key) {
    return Optional.ofNullable(server.value(text(key)))
        .flatMap(SessionCopy::read)
        .map(SessionCopy::session);
  }

  static SessionKey begun(SessionStore store) {
    SessionKey key = SessionId.random().key();
    store.create(key, SessionRecord.started(ANN, Instant.now()));
    return key;
  }

  static List<SessionKey> begun(SessionStore store, int count) {
    return IntStream.range(0, count).mapToObj(i -> begun(store)).toList();
  }

  /** All nodes run and no instance is left from the test before. */
  void recover() {
    stores.forEach(MemcachedSessionStore::close);
    stores.clear();
    servers.forEach(MemcachedServer::recover);
  }

  @Override
  public void close() {
    servers.forEach(MemcachedServer::close);
  }
}
