package org.snapfleet.memcached;

import java.util.Optional;
import javax.net.ssl.SSLContext;
import net.spy.memcached.ClientMode;
import net.spy.memcached.ConnectionFactoryBuilder;

/** What the two clients of Memcached do differently: Amazon's knows TLS. */
final class Connections {
  private Connections() {}

  static boolean knowTls() {
    return true;
  }

  /** To the one node that is given: the endpoint is asked by ourselves. */
  static ConnectionFactoryBuilder plain() {
    return new ConnectionFactoryBuilder().setClientMode(ClientMode.Static);
  }

  /**
   * @param host whom the certificate has to name
   */
  static Optional<ConnectionFactoryBuilder> encrypted(SSLContext context, String host) {
    return Optional.of(plain().setSSLContext(context).setHostnameForTlsVerification(host));
  }
}
