package org.snapfleet.ami;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * What EC2 tells an instance of itself, by IMDSv2: each question shows a token that was asked for
 * before.
 *
 * @param endpoint where it is; the AWS SDK asks there too, for the role's credentials
 * @param patience how long it may be away: the network comes up at the same time
 */
record InstanceMetadata(URI endpoint, Duration patience) {
  private static final Duration ONE_ANSWER = Duration.ofSeconds(2);
  private static final Duration BETWEEN_TRIES = Duration.ofMillis(500);
  private static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(ONE_ANSWER).proxy(HttpClient.Builder.NO_PROXY).build();

  /** This machine's, where the AWS SDK looks too. */
  static InstanceMetadata here() {
    String endpoint =
        System.getenv().getOrDefault("AWS_EC2_METADATA_SERVICE_ENDPOINT", "http://169.254.169.254");
    return new InstanceMetadata(URI.create(endpoint), Duration.ofSeconds(60));
  }

  /** What the launch template gives the instance. */
  String userData() {
    HttpResponse<String> answer = get("/latest/user-data");
    if (answer.statusCode() == 404) {
      throw new BootFailedException(
          "this instance has no user data; "
              + UserData.FORM
              + ", as the stack's launch template"
              + " gives it");
    }
    return text(answer);
  }

  String instanceId() {
    return text(get("/latest/meta-data/instance-id"));
  }

  String region() {
    return text(get("/latest/meta-data/placement/region"));
  }

  private HttpResponse<String> get(String path) {
    String token =
        text(
            send(
                HttpRequest.newBuilder(endpoint.resolve("/latest/api/token"))
                    .header("X-aws-ec2-metadata-token-ttl-seconds", "300")
                    .PUT(HttpRequest.BodyPublishers.noBody())));
    return send(
        HttpRequest.newBuilder(endpoint.resolve(path)).header("X-aws-ec2-metadata-token", token));
  }

  private static String text(HttpResponse<String> answer) {
    if (answer.statusCode() != 200) {
      throw new BootFailedException(
          "the instance metadata refuses %s (status %d); it must be switched on in the launch template: MetadataOptions, HttpEndpoint: enabled"
              .formatted(answer.uri(), answer.statusCode()));
    }
    return answer.body();
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    long end = System.nanoTime() + patience.toNanos();
    while (true) {
      try {
        HttpResponse<String> answer =
            HTTP.send(request.timeout(ONE_ANSWER).build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() < 500 || System.nanoTime() - end > 0) {
          return answer;
        }
      } catch (IOException e) {
        if (System.nanoTime() - end > 0) {
          throw new BootFailedException(
              "the instance metadata at %s did not answer for %d s (%s); this must run on EC2, with HttpEndpoint: enabled in the launch template"
                  .formatted(endpoint, patience.toSeconds(), e.getClass().getSimpleName()),
              e);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new BootFailedException("interrupted", e);
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(BETWEEN_TRIES.toMillis()));
    }
  }
}
