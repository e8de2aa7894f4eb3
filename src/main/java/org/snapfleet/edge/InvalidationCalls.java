package org.snapfleet.edge;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** CloudFront's call CreateInvalidation, for one distribution, whatever its id is. */
final class InvalidationCalls implements HttpHandler {
  static final String CONTEXT = "/2020-05-31/distribution/";
  private static final Pattern CALL = Pattern.compile(CONTEXT + "[A-Za-z0-9]+/invalidation");
  private static final Pattern PATH = Pattern.compile("<Path>(/[^<]*)</Path>");
  private static final String SIGNED = "AWS4-HMAC-SHA256 Credential=";

  private final EdgeCache cache;

  InvalidationCalls(EdgeCache cache) {
    this.cache = cache;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String text = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      List<String> paths = PATH.matcher(text).results().map(InvalidationCalls::path).toList();
      String signed = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
      if (!signed.startsWith(SIGNED)) {
        answer(
            exchange,
            403,
            "<ErrorResponse><Error><Code>AccessDenied</Code></Error></ErrorResponse>");
      } else if (!exchange.getRequestMethod().equals("POST")
          || !CALL.matcher(exchange.getRequestURI().getPath()).matches()
          || paths.isEmpty()) {
        answer(
            exchange,
            400,
            "<ErrorResponse><Error><Code>InvalidArgument</Code></Error></ErrorResponse>");
      } else {
        paths.forEach(cache::invalidate);
        answer(
            exchange,
            201,
            "<Invalidation><Id>%s</Id><Status>Completed</Status></Invalidation>"
                .formatted(UUID.randomUUID()));
      }
    }
  }

  private static String path(MatchResult found) {
    return found.group(1).replace("&amp;", "&");
  }

  private static void answer(HttpExchange exchange, int status, String xml) throws IOException {
    byte[] body = xml.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "text/xml");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }
}
