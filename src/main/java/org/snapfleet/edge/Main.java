package org.snapfleet.edge;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.PublicKey;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Starts the edge, as {@link EdgeOptions} has it, until the process is ended. */
public final class Main {
  /** What sysexits.h calls EX_CONFIG, as the site does. */
  private static final int WRONG_CONFIGURATION = 78;

  private Main() {}

  /** The JDK's server sends head and body apart, and the body else waits 40 ms for an answer. */
  private static final String AT_ONCE = "sun.net.httpserver.nodelay";

  /** Ends at once, with one line, where something is missing. */
  public static void main(String[] arguments) {
    System.setProperty(AT_ONCE, "true");
    try {
      start(EdgeOptions.read(System.getenv()));
    } catch (IOException | IllegalArgumentException e) {
      System.err.println("snapfleet: cannot start: edge: " + e.getMessage());
      System.exit(WRONG_CONFIGURATION);
    }
  }

  private static void start(EdgeOptions options) throws IOException {
    EdgeCache cache = new EdgeCache();
    SignatureCheck check = new SignatureCheck(options.url(), keys(options), Clock.systemUTC());
    ExecutorService threads = Executors.newCachedThreadPool();
    serve(options.adminPort(), InvalidationCalls.CONTEXT, new InvalidationCalls(cache), threads);
    serve(options.port(), "/", new Edge(check, new Origins(options), cache), threads);
  }

  private static Map<String, PublicKey> keys(EdgeOptions options) throws IOException {
    if (options.keyIds().size() != options.keyFiles().size()) {
      throw new IllegalArgumentException("EDGE_PUBLIC_KEY_FILES has to name a file for each id");
    }
    Map<String, PublicKey> keys = new HashMap<>();
    for (int i = 0; i < options.keyIds().size(); i++) {
      keys.put(options.keyIds().get(i), PublicKeyFile.read(options.keyFiles().get(i)));
    }
    return Map.copyOf(keys);
  }

  private static void serve(int port, String path, HttpHandler handler, ExecutorService threads)
      throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.createContext(path, handler);
    server.setExecutor(threads);
    server.start();
  }
}
