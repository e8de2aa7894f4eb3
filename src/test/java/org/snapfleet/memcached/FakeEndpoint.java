package org.snapfleet.memcached;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.stream.Collectors;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLServerSocket;
import org.snapfleet.fleet.MemcachedSettings.Server;
import org.snapfleet.site.Certificate;

/** Answers {@code config get cluster} as ElastiCache does, and nothing else. */
public final class FakeEndpoint implements AutoCloseable {
  private final ServerSocket entrance;
  private volatile String answer = "";

  public FakeEndpoint() {
    this(ServerSocketFactory.getDefault());
  }

  FakeEndpoint(Certificate certificate) {
    this(certificate.context().getServerSocketFactory());
  }

  private FakeEndpoint(ServerSocketFactory sockets) {
    try {
      this.entrance = sockets.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread thread = new Thread(this::serve);
    thread.setDaemon(true);
    thread.start();
  }

  public int port() {
    return entrance.getLocalPort();
  }

  ClusterEndpoint endpoint() {
    return endpoint("127.0.0.1");
  }

  ClusterEndpoint endpoint(String host) {
    boolean tls = entrance instanceof SSLServerSocket;
    return new ClusterEndpoint(new Server(tls, host, entrance.getLocalPort()));
  }

  /** Tells of these nodes from now on. */
  public void name(int version, List<Server> nodes) {
    String line =
        nodes.stream()
            .map(node -> "node-%d.example.org|%s|%1$d".formatted(node.port(), node.host()))
            .collect(Collectors.joining(" "));
    String config = version + "\n" + line + "\n";
    answer("CONFIG cluster 0 %d\r\n%s\r\nEND\r\n".formatted(config.length(), config));
  }

  void answer(String text) {
    answer = text;
  }

  private void serve() {
    while (!entrance.isClosed()) {
      try (Socket socket = entrance.accept()) {
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
        boolean known = "config get cluster".equals(lines.readLine());
        socket.getOutputStream().write((known ? answer : "ERROR\r\n").getBytes(UTF_8));
      } catch (IOException e) {
        // the test is over, or this question is
      }
    }
  }

  @Override
  public void close() throws IOException {
    entrance.close();
  }
}
