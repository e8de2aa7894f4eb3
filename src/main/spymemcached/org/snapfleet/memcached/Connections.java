package org.snapfleet.memcached;

import java.util.Optional;
import javax.net.ssl.SSLContext;
import net.spy.memcached.ConnectionFactoryBuilder;

/** What the two clients of Memcached do differently: this one knows no TLS. */
final class Connections {
  private Connections() {}

  static boolean knowTls() {
    return false;
  }

  static ConnectionFactoryBuilder plain() {
    return new ConnectionFactoryBuilder();
  }

  /** Never a connection without TLS instead. */
  static Optional<ConnectionFactoryBuilder> encrypted(SSLContext context, String host) {
    return Optional.empty();
  }
}
