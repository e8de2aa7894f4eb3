package org.snapfleet.memcached;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import org.snapfleet.fleet.MemcachedSettings.Server;

/**
 * A node and where it is now.
 *
 * @param host its name, by which keys are shared out; with TLS, its certificate names it
 * @param address where it is; a name as well, whose own address may change
 */
record NodeAddress(boolean tls, String host, String address, int port) {

  static NodeAddress of(Server server) {
    return new NodeAddress(server.tls(), server.host(), server.host(), server.port());
  }

  String name() {
    return host + ":" + port;
  }

  /** Where to connect; nothing where the name is not known just now. */
  Optional<InetSocketAddress> resolved() {
    try {
      byte[] found = InetAddress.getByName(address).getAddress();
      // Amazon's client asks for the name, and without one a name service would be asked.
      return Optional.of(new InetSocketAddress(InetAddress.getByAddress(host, found), port));
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }
}
