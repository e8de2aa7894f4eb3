package org.snapfleet.ami;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;

/**
 * Calls of a service that speaks AWS's Query protocol, signed with the instance's role. Two calls
 * of EC2 and CloudFormation are all that an instance makes; their modules of the SDK have 35 MB.
 *
 * @param service as {@code ec2}
 * @param version of its API, a date
 */
record AwsQuery(String service, String version, String region) {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Pattern CODE = Pattern.compile("<Code>([^<]*)</Code>");
  private static final Pattern MESSAGE = Pattern.compile("<Message>([^<]*)</Message>");

  static AwsQuery ec2(String region) {
    return new AwsQuery("ec2", "2016-11-15", region);
  }

  static AwsQuery cloudFormation(String region) {
    return new AwsQuery("cloudformation", "2010-05-15", region);
  }

  /**
   * Returns once the service has said yes.
   *
   * @throws AwsRefusalException where it says no, or does not answer
   */
  void call(String action, Map<String, String> parameters) {
    Map<String, String> all = new TreeMap<>(parameters);
    all.put("Action", action);
    all.put("Version", version);
    ContentStreamProvider body = ContentStreamProvider.fromUtf8String(form(all));
    try (DefaultCredentialsProvider role = DefaultCredentialsProvider.builder().build();
        SdkHttpClient http =
            ApacheHttpClient.builder()
                .connectionTimeout(PATIENCE)
                .socketTimeout(PATIENCE)
                .build()) {
      SignedRequest signed =
          AwsV4HttpSigner.create()
              .sign(
                  r ->
                      r.identity(role.resolveCredentials())
                          .request(request())
                          .payload(body)
                          .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, service)
                          .putProperty(AwsV4HttpSigner.REGION_NAME, region));
      send(http, signed, body);
    } catch (IOException | SdkException e) {
      throw new AwsRefusalException("NoAnswer", String.valueOf(e.getMessage()), e);
    }
  }

  private static void send(SdkHttpClient http, SignedRequest signed, ContentStreamProvider body)
      throws IOException {
    HttpExecuteResponse answer =
        http.prepareRequest(
                HttpExecuteRequest.builder()
                    .request(signed.request())
                    .contentStreamProvider(signed.payload().orElse(body))
                    .build())
            .call();
    String text = "";
    if (answer.responseBody().isPresent()) {
      try (InputStream in = answer.responseBody().get()) {
        text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      }
    }
    if (!answer.httpResponse().isSuccessful()) {
      throw new AwsRefusalException(
          found(CODE, text).orElse(Integer.toString(answer.httpResponse().statusCode())),
          found(MESSAGE, text).orElse("no reason given"),
          null);
    }
  }

  private static Optional<String> found(Pattern pattern, String text) {
    return Optional.of(pattern.matcher(text)).filter(Matcher::find).map(m -> m.group(1));
  }

  private SdkHttpRequest request() {
    return SdkHttpRequest.builder()
        .method(SdkHttpMethod.POST)
        .uri(endpoint())
        .putHeader("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
        .build();
  }

  /** Elsewhere where the SDK's own variable or property for the service says so. */
  private URI endpoint() {
    String variable = "AWS_ENDPOINT_URL_" + service.toUpperCase(Locale.ROOT);
    return URI.create(
        Optional.ofNullable(System.getProperty("aws.endpointUrl." + service))
            .or(() -> Optional.ofNullable(System.getenv(variable)))
            .orElse("https://%s.%s.amazonaws.com/".formatted(service, region)));
  }

  private static String form(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }
}
