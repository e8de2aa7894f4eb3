package org.snapfleet.site;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Says what AWS Secrets Manager would of a few secrets, to whoever asks as its clients do. */
public final class FakeSecretsManager implements AutoCloseable {
  private static final String ACCESS_KEY = "AKIDOFTHETESTS";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, String> secrets = new ConcurrentHashMap<>();
  private final AtomicInteger reads = new AtomicInteger();
  private final HttpServer server;

  public FakeSecretsManager() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::answer);
    server.start();
  }

  /** Keeps who signs in to a database under a name, as RDS does. */
  public void put(String name, String user, String password) {
    secrets.put(name, Browser.json(Map.of("username", user, "password", password)).toString());
  }

  /** How often a secret was given. */
  public int reads() {
    return reads.get();
  }

  /** Lets the site ask here, by what the SDK reads from the environment. */
  public SiteOptions tell(SiteOptions options) {
    return options
        .key(
            "AWS_ENDPOINT_URL_SECRETS_MANAGER", "http://127.0.0.1:" + server.getAddress().getPort())
        .key("AWS_ACCESS_KEY_ID", ACCESS_KEY)
        .key("AWS_SECRET_ACCESS_KEY", "secret-of-the-tests");
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String name =
          JSON.readTree(exchange.getRequestBody().readAllBytes()).path("SecretId").asText();
      if (!isFromAClient(exchange)) {
        send(exchange, 403, "AccessDeniedException", "Message", "not signed as agreed");
      } else if (!secrets.containsKey(name)) {
        send(exchange, 400, "ResourceNotFoundException", "Message", "no secret of this name");
      } else {
        reads.incrementAndGet();
        send(exchange, 200, "", "SecretString", secrets.get(name));
      }
    }
  }

  /** The call, and a signature of version 4 for it by that key in that region. */
  private static boolean isFromAClient(HttpExchange exchange) {
    String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
    String signed = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
    return "secretsmanager.GetSecretValue".equals(target)
        && signed.matches(
            "AWS4-HMAC-SHA256 Credential="
                + ACCESS_KEY
                + "/\\d{8}/eu-central-1/secretsmanager/aws4_request, .*Signature=[0-9a-f]{64}");
  }

  private static void send(
      HttpExchange exchange, int status, String type, String field, String value)
      throws IOException {
    byte[] body =
        JsonNodeFactory.instance
            .objectNode()
            .put("__type", type)
            .put(field, value)
            .toString()
            .getBytes(java.nio.charset.StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/x-amz-json-1.1");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
