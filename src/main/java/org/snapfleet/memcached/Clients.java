package org.snapfleet.memcached;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import net.spy.memcached.ConnectionFactoryBuilder;
import net.spy.memcached.FailureMode;
import net.spy.memcached.MemcachedClient;

/** Makes the client of one node. */
final class Clients {
  /** It would tell each attempt to connect, on standard error; the nodes tell what matters. */
  private static final Logger CLIENT = Logger.getLogger("net.spy.memcached");

  private static final int TIMEOUTS_UNTIL_RECONNECT = 5;
  private static final long SECONDS_BETWEEN_CONNECTS = 1;
  private static final long MILLIS_FOR_A_FULL_QUEUE = 5;

  /** The client takes it from the time for an answer, which the nodes count themselves. */
  private static final Duration TO_SHAKE_HANDS = Duration.ofSeconds(1);

  static {
    System.setProperty("net.spy.log.LoggerImpl", "net.spy.memcached.compat.log.SunLogger");
    CLIENT.setLevel(Level.OFF);
  }

  private Clients() {}

  /** Connects in the background; until then, and whenever the node is away, questions fail. */
  static MemcachedClient plain(InetSocketAddress address, Duration patience) {
    return client(Connections.plain(), address, patience);
  }

  /** The same with TLS, to nobody but whom the certificate names and the JVM trusts. */
  static MemcachedClient encrypted(InetSocketAddress address, Duration patience, Trust trust) {
    return client(
        Connections.encrypted(trust.context(), address.getHostString()).orElseThrow(),
        address,
        patience.compareTo(TO_SHAKE_HANDS) > 0 ? patience : TO_SHAKE_HANDS);
  }

  private static MemcachedClient client(
      ConnectionFactoryBuilder connections, InetSocketAddress address, Duration patience) {
    try {
      return new MemcachedClient(
          connections
              .setFailureMode(FailureMode.Cancel)
              .setOpTimeout(patience.toMillis())
              .setOpQueueMaxBlockTime(MILLIS_FOR_A_FULL_QUEUE)
              .setTimeoutExceptionThreshold(TIMEOUTS_UNTIL_RECONNECT)
              .setMaxReconnectDelay(SECONDS_BETWEEN_CONNECTS)
              .setDaemon(true)
              .build(),
          List.of(address));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
