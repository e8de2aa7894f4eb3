package org.snapfleet.memcached;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import org.snapfleet.fleet.MemcachedSettings.Server;

/** A node by itself, for those who want to look at each. */
public final class NodeDoor {
  private final NodeAddress address;

  private NodeDoor(NodeAddress address) {
    this.address = address;
  }

  /** Whether this build can talk to nodes with TLS at all. */
  public static boolean knowTls() {
    return Connections.knowTls();
  }

  /** The nodes that a server stands for: itself, or those that an endpoint names. */
  public static List<NodeDoor> of(Server server) throws IOException {
    return NodeSource.of(List.of(server)).nodes().stream().map(NodeDoor::new).toList();
  }

  public String name() {
    return address.name();
  }

  /**
   * Connects to where the site does, and trusts whom it trusts.
   *
   * @param patience how long connecting, or an answer, may take
   */
  public Socket open(Duration patience) throws IOException {
    InetSocketAddress where =
        address.resolved().orElseThrow(() -> new UnknownHostException(address.address()));
    int millis = (int) patience.toMillis();
    Socket socket = address.tls() ? Trust.ofThisJvm().socket() : new Socket();
    try {
      socket.connect(where, millis);
      socket.setSoTimeout(millis);
      return socket;
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }
}
