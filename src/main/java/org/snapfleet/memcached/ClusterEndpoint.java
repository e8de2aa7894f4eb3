package org.snapfleet.memcached;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.snapfleet.fleet.MemcachedSettings.Server;

/** Asks ElastiCache's configuration endpoint for its nodes; with TLS if they have it. */
record ClusterEndpoint(Server server) {
  private static final int TIMEOUT = (int) Duration.ofSeconds(2).toMillis();
  private static final int LONGEST_LINE = 64 * 1024;

  /** The nodes as {@code host|address|port}, divided by spaces, on the answer's third line. */
  List<NodeAddress> nodes() throws IOException {
    try (Socket socket = server.tls() ? Trust.ofThisJvm().socket() : new Socket()) {
      socket.connect(new InetSocketAddress(server.host(), server.port()), TIMEOUT);
      socket.setSoTimeout(TIMEOUT);
      socket.getOutputStream().write("config get cluster\r\n".getBytes(UTF_8));
      BufferedReader answer =
          new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
      String first = line(answer);
      if (!first.startsWith("CONFIG cluster ")) {
        throw new IOException(
            "%s does not name its nodes but answers: %s".formatted(server, first));
      }
      String version = line(answer);
      if (!version.strip().matches("[0-9]+")) {
        throw new IOException("%s names no version of its nodes: %s".formatted(server, version));
      }
      return Arrays.stream(line(answer).strip().split(" +")).map(this::node).toList();
    } catch (IllegalArgumentException e) {
      throw new IOException("%s names something else than nodes".formatted(server), e);
    }
  }

  private NodeAddress node(String text) {
    String[] parts = text.split("\\|", -1);
    if (parts.length != 3 || (parts[0].isEmpty() && parts[1].isEmpty())) {
      throw new IllegalArgumentException(text);
    }
    String host = parts[0].isEmpty() ? parts[1] : parts[0];
    int port = new InetSocketAddress(Integer.parseInt(parts[2])).getPort();
    return new NodeAddress(server.tls(), host, parts[1].isEmpty() ? host : parts[1], port);
  }

  private String line(BufferedReader answer) throws IOException {
    StringBuilder line = new StringBuilder();
    int next = answer.read();
    while (next != '\n') {
      if (next < 0 || line.length() == LONGEST_LINE) {
        throw new IOException("%s ends in the middle of its answer".formatted(server));
      }
      line.append((char) next);
      next = answer.read();
    }
    return line.toString().strip();
  }
}
