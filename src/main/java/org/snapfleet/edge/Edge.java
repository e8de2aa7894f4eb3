package org.snapfleet.edge;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Answers viewers. */
final class Edge implements HttpHandler {
  private static final Set<String> READING = Set.of("GET", "HEAD");
  private static final Set<String> NOT_PASSED_ON =
      Set.of("connection", "content-length", "date", "keep-alive", "transfer-encoding");
  private static final String SAID = "X-Cache";
  private static final int NO_BODY = -1;

  private final SignatureCheck check;
  private final Origins origins;
  private final EdgeCache cache;

  Edge(SignatureCheck check, Origins origins, EdgeCache cache) {
    this.check = check;
    this.origins = origins;
    this.cache = cache;
  }

  @Override
  public void handle(HttpExchange viewer) throws IOException {
    try (viewer) {
      // as sent: what begins with two slashes would be read as a host
      String target = viewer.getRequestURI().toString();
      int mark = target.indexOf('?');
      String path = mark < 0 ? target : target.substring(0, mark);
      String query = mark < 0 ? null : target.substring(mark + 1);
      if (!target.startsWith("/")) {
        refuse(viewer, 400, new Refusal("BadRequest", "Bad request"));
      } else if (Behaviour.of(path).isMedia()) {
        media(viewer, path, query);
      } else {
        relay(viewer, origins.page(viewer, target), "Miss from edge");
      }
    } catch (IOException | IllegalArgumentException e) {
      badGateway(viewer, e);
    }
  }

  private void media(HttpExchange viewer, String path, String query) throws IOException {
    // what a policy for response headers adds: S3 does not
    viewer.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
    try {
      if (!READING.contains(viewer.getRequestMethod())) {
        throw Refusal.denied();
      }
      if (Behaviour.of(path) == Behaviour.SIGNED) {
        List<String> cookies = viewer.getRequestHeaders().getOrDefault("Cookie", List.of());
        check.check(path, query, cookies, viewer.getRemoteAddress().getAddress());
      }
      serve(viewer, path);
    } catch (Refusal e) {
      refuse(viewer, 403, e);
    }
  }

  private void serve(HttpExchange viewer, String path) throws IOException {
    boolean whole = !viewer.getRequestHeaders().containsKey("Range");
    Optional<EdgeCache.Kept> kept = whole ? cache.find(path, System.nanoTime()) : Optional.empty();
    if (kept.isPresent()) {
      hit(viewer, kept.get());
      return;
    }
    long seen = cache.invalidations();
    Answer answer = origins.media(viewer, path);
    long fresh = Freshness.seconds(answer);
    boolean keeps =
        fresh > 0
            && viewer.getRequestMethod().equals("GET")
            && answer.length() >= 0
            && answer.length() <= EdgeCache.LARGEST;
    if (!keeps) {
      relay(viewer, answer, "Miss from edge");
      return;
    }
    byte[] body = answer.body().readNBytes((int) answer.length());
    if (body.length == answer.length()) {
      cache.keep(path, new EdgeCache.Kept(answer.headers(), body, System.nanoTime(), fresh), seen);
    }
    send(viewer, 200, answer.headers(), body, "Miss from edge");
  }

  private static void hit(HttpExchange viewer, EdgeCache.Kept kept) throws IOException {
    viewer.getResponseHeaders().set("Age", Long.toString(kept.age(System.nanoTime())));
    String known = viewer.getRequestHeaders().getFirst("If-None-Match");
    boolean same = known != null && List.of(known).equals(kept.headers().get("ETag"));
    send(viewer, same ? 304 : 200, kept.headers(), kept.body(), "Hit from edge");
  }

  private static void send(
      HttpExchange viewer, int status, Map<String, List<String>> headers, byte[] body, String said)
      throws IOException {
    copy(headers, viewer, said);
    boolean empty = status == 304 || viewer.getRequestMethod().equals("HEAD");
    if (empty || body.length == 0) {
      viewer.getResponseHeaders().set("Content-Length", Integer.toString(body.length));
      viewer.sendResponseHeaders(status, NO_BODY);
    } else {
      viewer.sendResponseHeaders(status, body.length);
      viewer.getResponseBody().write(body);
    }
  }

  /** While it comes. */
  private static void relay(HttpExchange viewer, Answer answer, String said) throws IOException {
    copy(answer.headers(), viewer, said);
    long length = answer.length();
    boolean empty =
        viewer.getRequestMethod().equals("HEAD")
            || answer.status() == 204
            || answer.status() == 304
            || length == 0;
    try (InputStream in = answer.body()) {
      if (empty) {
        if (length >= 0 && answer.status() != 204) {
          viewer.getResponseHeaders().set("Content-Length", Long.toString(length));
        }
        viewer.sendResponseHeaders(answer.status(), NO_BODY);
        return;
      }
      viewer.sendResponseHeaders(answer.status(), Math.max(length, 0));
      try (OutputStream out = viewer.getResponseBody()) {
        in.transferTo(out);
      }
    }
  }

  private static void copy(Map<String, List<String>> headers, HttpExchange viewer, String said) {
    headers.forEach(
        (name, values) -> {
          if (!NOT_PASSED_ON.contains(name.toLowerCase(Locale.ROOT)) && !name.startsWith(":")) {
            viewer.getResponseHeaders().put(name, values);
          }
        });
    viewer.getResponseHeaders().set(SAID, said);
  }

  private static void refuse(HttpExchange viewer, int status, Refusal refusal) throws IOException {
    byte[] body = refusal.xml().getBytes(StandardCharsets.UTF_8);
    viewer.getResponseHeaders().set("Content-Type", "text/xml");
    viewer.getResponseHeaders().set("Cache-Control", "no-store");
    viewer.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
    send(viewer, status, Map.of(), body, "Error from edge");
  }

  /** Where a part of the answer is already with the viewer, the cut connection has to say it. */
  private static void badGateway(HttpExchange viewer, Exception why) {
    System.err.printf("edge: %s: %s%n", viewer.getRequestMethod(), why);
    if (viewer.getResponseCode() < 0) {
      try {
        refuse(viewer, 502, new Refusal("BadGateway", "The origin does not answer"));
      } catch (IOException e) {
        // the viewer has gone too
      }
    }
  }
}
