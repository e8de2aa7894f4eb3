package org.snapfleet.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;

class CloudFrontInvalidationTest {
  private static final AwsCredentialsProvider ID =
      StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIDOFTHETESTS", "secret"));

  private final List<String> calls = new ArrayList<>();
  private HttpServer cloudFront;
  private int status = 201;

  @BeforeEach
  void start() throws IOException {
    cloudFront = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    cloudFront.createContext("/", this::answer);
    cloudFront.start();
  }

  @AfterEach
  void stop() {
    cloudFront.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      calls.add(
          String.join(
              "\n",
              exchange.getRequestMethod() + " " + exchange.getRequestURI(),
              exchange.getRequestHeaders().getFirst("Authorization"),
              exchange.getRequestHeaders().getFirst("Content-Type"),
              new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
      exchange.sendResponseHeaders(status, -1);
    }
  }

  private CloudFrontInvalidation invalidation(AwsCredentialsProvider credentials) {
    URI endpoint = URI.create("http://127.0.0.1:" + cloudFront.getAddress().getPort());
    return new CloudFrontInvalidation("EDISTRIBUTION", endpoint, credentials);
  }

  private static List<ObjectKey> photo(Area area) {
    KeyStem stem = KeyStem.random(area);
    return List.of(stem.key("original", "png"), stem.key("large", "jpg"));
  }

  @Test
  void asksForEachAddressByACallThatIsSigned() throws IOException {
    List<ObjectKey> keys = photo(Area.PUBLIC);

    invalidation(ID).removed(keys);

    assertThat(calls).hasSize(1);
    assertThat(calls.get(0))
        .startsWith("POST /2020-05-31/distribution/EDISTRIBUTION/invalidation\n")
        .containsPattern(
            "AWS4-HMAC-SHA256 Credential=AKIDOFTHETESTS/\\d{8}/us-east-1/cloudfront/aws4_request,")
        .contains(
            "\ntext/xml\n",
            "<Quantity>2</Quantity>",
            "<Path>/media/%s</Path><Path>/media/%s</Path>".formatted(keys.get(0), keys.get(1)));
  }

  @Test
  void asksEachTimeAnewAsTheSameKeysMayBeRemovedTwice() throws IOException {
    List<ObjectKey> keys = photo(Area.PUBLIC);

    invalidation(ID).removed(keys);
    invalidation(ID).removed(keys);

    assertThat(calls.stream().map(c -> c.replaceAll("(?s).*<CallerReference>|</Caller.*", "")))
        .hasSize(2)
        .doesNotHaveDuplicates();
  }

  @Test
  void whatNoEdgeKeepsNeedsNoCall() throws IOException {
    invalidation(ID).removed(photo(Area.MEMBERS));
    invalidation(ID).removed(photo(Area.of(UUID.randomUUID())));

    assertThat(calls).isEmpty();
  }

  @Test
  void aRefusalIsAFailureSoThatItIsTriedAgain() {
    status = 400;
    assertThatThrownBy(() -> invalidation(ID).removed(photo(Area.PUBLIC)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("EDISTRIBUTION")
        .hasMessageContaining("400");
  }

  @Test
  void soIsAServiceOutOfReachAndAMachineWithoutCredentials() {
    CloudFrontInvalidation unsigned =
        invalidation(
            () -> {
              throw SdkClientException.create("none");
            });
    assertThatThrownBy(() -> unsigned.removed(photo(Area.PUBLIC)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no AWS credentials");
    cloudFront.stop(0);
    assertThatThrownBy(() -> invalidation(ID).removed(photo(Area.PUBLIC)))
        .isInstanceOf(IOException.class);
  }
}
