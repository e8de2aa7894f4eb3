package org.snapfleet.ami;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * What stands around an instance of EC2: its metadata (IMDSv2 alone), and SSM, Secrets Manager, EC2
 * and CloudFormation, which answer to whoever has signed with the role's credentials.
 */
final class FakeInstance implements AutoCloseable {
  private static final String TOKEN = "token-of-the-tests";
  private static final String KEY = "ASIAOFTHETESTS";
  private static final String REGION = "eu-central-1";

  /** Names that the role may not read. */
  static final String DENIED = "/denied";

  /** This instance's id. */
  static final String ID = "i-0123456789abcdef0";

  private final Map<String, String> values = new ConcurrentHashMap<>();
  private final Queue<String> queries = new ConcurrentLinkedQueue<>();
  private final Queue<String> refusals = new ConcurrentLinkedQueue<>();
  private final HttpServer server;
  private volatile String userData;

  FakeInstance() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/latest/", this::metadata);
    server.createContext("/", this::service);
    server.start();
  }

  /** The instance's user data, a line each; null for none. */
  void userData(String... lines) {
    userData = lines.length == 0 ? null : String.join("\n", lines) + "\n";
  }

  void put(String name, String value) {
    values.put(name, value);
  }

  /** EC2 and CloudFormation refuse as many calls as there are codes, in their order. */
  void refuse(String... codes) {
    refusals.addAll(List.of(codes));
  }

  /** What EC2 and CloudFormation were asked: the decoded form, its fields in alphabetical order. */
  List<String> queries() {
    return List.copyOf(queries);
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** What leads the SDK here, as variables of the environment. */
  List<String> environment() {
    return List.of(
        "AWS_EC2_METADATA_SERVICE_ENDPOINT=" + uri(),
        "AWS_ENDPOINT_URL_SSM=" + uri(),
        "AWS_ENDPOINT_URL_EC2=" + uri(),
        "AWS_ENDPOINT_URL_CLOUDFORMATION=" + uri(),
        "AWS_ENDPOINT_URL_SECRETS_MANAGER=" + uri());
  }

  private void metadata(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath().substring("/latest/".length());
      if (path.equals("api/token") && exchange.getRequestMethod().equals("PUT")) {
        exchange.getResponseHeaders().add("X-aws-ec2-metadata-token-ttl-seconds", "300");
        send(exchange, 200, TOKEN);
      } else if (!TOKEN.equals(exchange.getRequestHeaders().getFirst("X-aws-ec2-metadata-token"))) {
        send(exchange, 401, "");
      } else {
        String text = metadata(path);
        send(exchange, text == null ? 404 : 200, text == null ? "" : text);
      }
    }
  }

  private String metadata(String path) {
    return switch (path) {
      case "user-data" -> userData;
      case "meta-data/placement/region" -> REGION;
      case "meta-data/instance-id" -> ID;
      case "meta-data/iam/security-credentials/" -> "snapfleet";
      case "meta-data/iam/security-credentials/snapfleet" ->
          Json.createObjectBuilder()
              .add("Code", "Success")
              .add("AccessKeyId", KEY)
              .add("SecretAccessKey", "secret-of-the-tests")
              .add("Token", "session-of-the-tests")
              .add("Expiration", Instant.now().plusSeconds(3600).toString())
              .build()
              .toString();
      default -> null;
    };
  }

  private void service(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (exchange.getRequestHeaders().getFirst("Content-Type").contains("form-urlencoded")) {
        query(exchange);
        return;
      }
      JsonObject asked;
      try (JsonReader reader = Json.createReader(exchange.getRequestBody())) {
        asked = reader.readObject();
      }
      String target = String.valueOf(exchange.getRequestHeaders().getFirst("X-Amz-Target"));
      String signed = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
      boolean isSecret = target.equals("secretsmanager.GetSecretValue");
      String name = asked.getString(isSecret ? "SecretId" : "Name", "");
      String scope = "/%s/%s/aws4_request".formatted(REGION, isSecret ? "secretsmanager" : "ssm");
      if (!isSecret && !target.equals("AmazonSSM.GetParameter")) {
        send(exchange, 400, error("UnknownOperationException"));
      } else if (name.contains(DENIED) || !signed.contains(KEY) || !signed.contains(scope)) {
        send(exchange, 400, error("AccessDeniedException"));
      } else if (!values.containsKey(name)) {
        send(exchange, 400, error(isSecret ? "ResourceNotFoundException" : "ParameterNotFound"));
      } else if (isSecret) {
        send(exchange, 200, object("SecretString", values.get(name)).toString());
      } else {
        JsonObject parameter = object("Value", values.get(name));
        send(
            exchange,
            200,
            Json.createObjectBuilder().add("Parameter", parameter).build().toString());
      }
    }
  }

  private void query(HttpExchange exchange) throws IOException {
    String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String signed = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
    String service = form.contains("AttachVolume") ? "ec2" : "cloudformation";
    boolean isSigned =
        signed.contains(KEY) && signed.contains("/%s/%s/aws4_request".formatted(REGION, service));
    String refusal = isSigned ? refusals.poll() : "AuthFailure";
    queries.add(URLDecoder.decode(form, StandardCharsets.UTF_8));
    if (refusal == null) {
      send(exchange, 200, "<Response/>");
    } else {
      send(exchange, 400, "<Code>%s</Code><Message>No.</Message>".formatted(refusal));
    }
  }

  private static JsonObject object(String name, String value) {
    return Json.createObjectBuilder().add(name, value).build();
  }

  private static String error(String type) {
    return object("__type", type).toString();
  }

  private static void send(HttpExchange exchange, int status, String text) throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/x-amz-json-1.1");
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
