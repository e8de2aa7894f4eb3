package org.snapfleet.web;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.glassfish.grizzly.Buffer;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.filterchain.FilterChain;
import org.glassfish.grizzly.http.ContentEncoding;
import org.glassfish.grizzly.http.HttpContent;
import org.glassfish.grizzly.http.HttpHeader;
import org.glassfish.grizzly.http.HttpProbe;
import org.glassfish.grizzly.http.HttpServerFilter;
import org.glassfish.grizzly.http.server.Request;

/**
 * Counts the bytes of an answer's body as they are sent: the server compresses most answers, and
 * has its own mind about those without a body, after the site is done with them. So it is asked,
 * through the probes that its HTTP codec has for those who watch (Grizzly's manual, "Monitoring").
 * It encodes on the thread that writes.
 */
final class SentBytes {
  private static final Logger LOG = Logger.getLogger(SentBytes.class.getName());

  private static final ThreadLocal<Count> COUNT = ThreadLocal.withInitial(Count::new);

  /** The ports whose listener has a probe. */
  private final Set<Integer> known = ConcurrentHashMap.newKeySet();

  private volatile int last;

  private static final class Count {
    private long plain;
    private long compressed;

    long sent() {
      return compressed > 0 ? compressed : plain;
    }
  }

  /** Begins to count, on the thread that answers. */
  void begin(HttpServletRequest request) {
    int port = request.getLocalPort();
    if (port != last) {
      last = port;
      if (known.add(port)) {
        watch(request);
      }
    }
    Count count = COUNT.get();
    count.plain = 0;
    count.compressed = 0;
  }

  /** Has the rest sent, and tells how many bytes it was in all; on the same thread. */
  long end(HttpServletResponse response) {
    try {
      close(response);
    } catch (IOException e) {
      // whoever asked is gone: it was as much as they took
    }
    return COUNT.get().sent();
  }

  private static void close(HttpServletResponse response) throws IOException {
    try {
      response.getOutputStream().close();
    } catch (IllegalStateException e) { // it was written as text
      response.getWriter().close();
    }
  }

  private static void watch(HttpServletRequest request) {
    try {
      FilterChain chain = grizzlys(request).getContext().getFilterChain();
      int codec = chain.indexOfType(HttpServerFilter.class);
      ((HttpServerFilter) chain.get(codec)).getMonitoringConfig().addProbes(new Probe());
    } catch (ReflectiveOperationException | RuntimeException e) {
      LOG.log(
          Level.WARNING,
          "This server does not tell how much it sends, so the sizes in the records are 0: {0}",
          e.toString());
    }
  }

  /** The server's own request, for which the site has no class. */
  private static Request grizzlys(HttpServletRequest request) throws ReflectiveOperationException {
    ServletRequest inner = request;
    while (inner instanceof ServletRequestWrapper wrapper) {
      inner = wrapper.getRequest();
    }
    Object catalinas = inner.getClass().getMethod("getUnwrappedCoyoteRequest").invoke(inner);
    return (Request) catalinas.getClass().getMethod("getCoyoteRequest").invoke(catalinas);
  }

  /** All of a body passes the first event; where it is compressed, the result passes the second. */
  @SuppressWarnings("rawtypes") // as Grizzly has them
  private static final class Probe extends HttpProbe.Adapter {
    @Override
    public void onContentChunkSerializeEvent(Connection connection, HttpContent content) {
      COUNT.get().plain += content.getContent().remaining();
    }

    @Override
    public void onContentEncodingSerializeResultEvent(
        Connection connection, HttpHeader header, Buffer result, ContentEncoding encoding) {
      COUNT.get().compressed += result == null ? 0 : result.remaining();
    }
  }
}
