package org.snapfleet.ami;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.ssm.SsmClient;

/**
 * Parameters and secrets of AWS, read with the role of the instance. Each is read once, however
 * often it is referred to.
 */
final class AwsValues implements ValueSource, AutoCloseable {
  /** For one call, with the tries that the SDK makes by itself. */
  private static final Duration ONE_CALL = Duration.ofSeconds(15);

  private static final Duration BETWEEN_CALLS = Duration.ofSeconds(2);
  private static final Duration TO_CONNECT = Duration.ofSeconds(3);
  private static final String DENIED = "AccessDenied";

  private final Map<String, String> known = new HashMap<>();
  private final String region;
  private final long end;
  private SsmClient ssm;
  private SecretsManagerClient secrets;

  /**
   * @param patience a role or a network that has just been made takes a while to work
   */
  AwsValues(String region, Duration patience) {
    this.region = region;
    this.end = System.nanoTime() + patience.toNanos();
  }

  @Override
  public String parameter(String name) {
    return known.computeIfAbsent(
        "ssm:" + name,
        key ->
            read(
                "SSM parameter",
                "ssm:GetParameter",
                () ->
                    ssm()
                        .getParameter(r -> r.name(name).withDecryption(true))
                        .parameter()
                        .value()));
  }

  @Override
  public String secret(String name) {
    return known.computeIfAbsent(
        "secret:" + name,
        key ->
            read(
                "secret",
                "secretsmanager:GetSecretValue",
                () ->
                    Optional.ofNullable(
                            secrets().getSecretValue(r -> r.secretId(name)).secretString())
                        .orElseThrow(
                            () -> new BootFailedException("the secret holds bytes and no text"))));
  }

  private SsmClient ssm() {
    if (ssm == null) {
      ssm = configured(SsmClient.builder()).build();
    }
    return ssm;
  }

  private SecretsManagerClient secrets() {
    if (secrets == null) {
      secrets = configured(SecretsManagerClient.builder()).build();
    }
    return secrets;
  }

  private <B extends AwsClientBuilder<B, ?> & AwsSyncClientBuilder<B, ?>> B configured(B builder) {
    return builder
        .httpClientBuilder(ApacheHttpClient.builder().connectionTimeout(TO_CONNECT))
        .overrideConfiguration(o -> o.apiCallTimeout(ONE_CALL))
        .region(Region.of(region));
  }

  private String read(String kind, String action, Supplier<String> value) {
    while (true) {
      try {
        return value.get();
      } catch (AwsServiceException e) {
        if (!code(e).contains(DENIED) || isOver()) {
          throw new BootFailedException(refusal(kind, action, e), e);
        }
      } catch (SdkException e) {
        if (isOver()) {
          throw new BootFailedException(outOfReach(kind, e), e);
        }
      }
      LockSupport.parkNanos(BETWEEN_CALLS.toNanos());
    }
  }

  private boolean isOver() {
    return System.nanoTime() - end > 0;
  }

  private String outOfReach(String kind, SdkException e) {
    return "the %s could not be asked for in %s: %s; look at the instance's role, the way to the service (NAT or interface endpoint) and the security groups (port 443)"
        .formatted(kind, region, firstLine(e.getMessage()));
  }

  private String refusal(String kind, String action, AwsServiceException e) {
    if (code(e).contains("NotFound")) {
      return "there is no such %s in %s".formatted(kind, region);
    }
    if (code(e).contains(DENIED)) {
      return "the instance's role may not read the %s; it needs %s (and kms:Decrypt, where a key of yours encrypts it)"
          .formatted(kind, action);
    }
    return "AWS refuses the %s: %s %s"
        .formatted(kind, code(e), firstLine(e.awsErrorDetails().errorMessage()));
  }

  private static String code(AwsServiceException e) {
    return String.valueOf(e.awsErrorDetails().errorCode());
  }

  private static String firstLine(String message) {
    return String.valueOf(message).lines().findFirst().orElse("no reason given");
  }

  @Override
  public void close() {
    if (ssm != null) {
      ssm.close();
    }
    if (secrets != null) {
      secrets.close();
    }
  }
}
