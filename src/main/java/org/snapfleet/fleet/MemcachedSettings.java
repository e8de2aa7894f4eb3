package org.snapfleet.fleet;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;

/**
 * Which Memcached nodes there are.
 *
 * @param copies on how many nodes each session is kept
 */
public record MemcachedSettings(List<Server> servers, int copies) {
  private static final String SERVERS = "snapfleet.memcached.servers";
  private static final String ACCEPTED = "host:port,… or tls://host:port,…";
  private static final String TLS = "tls://";

  /** Nobody has that many nodes; where an endpoint names them, their number is not known yet. */
  private static final int MOST_COPIES = 100;

  /**
   * A node, or an endpoint that knows the nodes.
   *
   * @param tls whether connections are encrypted, also those to an endpoint's nodes
   */
  public record Server(boolean tls, String host, int port) {

    /** One without TLS. */
    public Server(String host, int port) {
      this(false, host, port);
    }

    /** Whether this is ElastiCache's configuration endpoint, which is asked for the nodes. */
    public boolean isEndpoint() {
      return host.contains(".cfg.");
    }

    @Override
    public String toString() {
      return (tls ? TLS : "") + host + ":" + port;
    }
  }

  static MemcachedSettings read(SettingsReader reader, boolean needed) {
    String text = reader.text(SERVERS).orElse("");
    if (text.isEmpty() && needed) {
      throw new WrongSettingException(SERVERS, "", ACCEPTED);
    }
    List<Server> servers =
        text.isEmpty()
            ? List.of()
            : Arrays.stream(text.split(",", -1)).map(one -> server(text, one.strip())).toList();
    if (servers.stream().distinct().count() < servers.size()) {
      throw new WrongSettingException(SERVERS, text, ACCEPTED + " (each node once)");
    }
    if (servers.stream().map(Server::tls).distinct().count() > 1) {
      throw new WrongSettingException(SERVERS, text, ACCEPTED + " (all with TLS or none)");
    }
    boolean known = !servers.isEmpty() && servers.stream().noneMatch(Server::isEndpoint);
    int most = known ? servers.size() : MOST_COPIES;
    return new MemcachedSettings(
        servers, reader.number("snapfleet.memcached.copies", 1, new WholeNumber(1, most)));
  }

  private static Server server(String all, String text) {
    try {
      boolean tls = text.startsWith(TLS);
      URI uri = new URI(tls ? text : "memcached://" + text);
      boolean bare = uri.getUserInfo() == null && uri.getPath().isEmpty() && uri.getQuery() == null;
      if (bare && uri.getHost() != null && uri.getPort() > 0 && uri.getPort() <= 65_535) {
        return new Server(tls, uri.getHost(), uri.getPort());
      }
    } catch (URISyntaxException e) {
      // told below, as any other wrong value
    }
    throw new WrongSettingException(SERVERS, all, ACCEPTED);
  }
}
