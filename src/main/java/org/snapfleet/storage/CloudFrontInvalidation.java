package org.snapfleet.storage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
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
 * The one call of CloudFront that is needed, <a
 * href="https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CreateInvalidation.html">
 * CreateInvalidation</a>; the SDK's module for all of them is larger than this site.
 *
 * <p>Each address is named: of those with {@code *}, CloudFront takes 15 at a time, of others
 * 3,000.
 */
final class CloudFrontInvalidation implements Invalidation {
  static final URI ENDPOINT = URI.create("https://cloudfront.amazonaws.com");

  /** CloudFront is one service for the world. */
  private static final String REGION = "us-east-1";

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final String distribution;
  private final URI endpoint;
  private final AwsCredentialsProvider credentials;
  private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();
  private final SdkHttpClient http =
      ApacheHttpClient.builder().connectionTimeout(PATIENCE).socketTimeout(PATIENCE).build();

  CloudFrontInvalidation(String distribution, URI endpoint, AwsCredentialsProvider credentials) {
    this.distribution = distribution;
    this.endpoint = endpoint;
    this.credentials = credentials;
  }

  /** Others are kept by no edge. */
  @Override
  public void removed(List<ObjectKey> keys) throws IOException {
    List<ObjectKey> kept = keys.stream().filter(key -> key.area().isPublic()).toList();
    if (!kept.isEmpty()) {
      send(batch(kept));
    }
  }

  private static String batch(List<ObjectKey> keys) {
    return ("<InvalidationBatch xmlns=\"http://cloudfront.amazonaws.com/doc/2020-05-31/\">"
            + "<CallerReference>%s</CallerReference>"
            + "<Paths><Quantity>%d</Quantity><Items>%s</Items></Paths></InvalidationBatch>")
        .formatted(
            UUID.randomUUID(),
            keys.size(),
            keys.stream()
                .map(key -> "<Path>%s%s</Path>".formatted(AppLinks.PATH, key))
                .collect(Collectors.joining()));
  }

  private void send(String batch) throws IOException {
    try {
      ContentStreamProvider body = ContentStreamProvider.fromUtf8String(batch);
      SignedRequest signed = signed(request(batch), body);
      HttpExecuteResponse answer =
          http.prepareRequest(
                  HttpExecuteRequest.builder()
                      .request(signed.request())
                      .contentStreamProvider(body)
                      .build())
              .call();
      answer.responseBody().ifPresent(in -> in.abort());
      if (!answer.httpResponse().isSuccessful()) {
        throw failed("HTTP status " + answer.httpResponse().statusCode(), null);
      }
    } catch (SdkClientException e) {
      throw failed("this machine has no AWS credentials", e);
    }
  }

  private SdkHttpRequest request(String batch) {
    return SdkHttpRequest.builder()
        .method(SdkHttpMethod.POST)
        .uri(
            URI.create(
                "%s/2020-05-31/distribution/%s/invalidation".formatted(endpoint, distribution)))
        .putHeader("Content-Type", "text/xml")
        .putHeader("Content-Length", Integer.toString(batch.getBytes(UTF_8).length))
        .build();
  }

  private SignedRequest signed(SdkHttpRequest request, ContentStreamProvider body) {
    return signer.sign(
        r ->
            r.identity(credentials.resolveCredentials())
                .request(request)
                .payload(body)
                .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "cloudfront")
                .putProperty(AwsV4HttpSigner.REGION_NAME, REGION));
  }

  private IOException failed(String why, Exception cause) {
    return new IOException(
        "CloudFront did not take the invalidation for distribution %s: %s"
            .formatted(distribution, why),
        cause);
  }
}
