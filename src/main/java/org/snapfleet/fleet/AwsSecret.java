package org.snapfleet.fleet;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClientBuilder;

/**
 * A secret of AWS Secrets Manager, read with the credentials that the SDK finds on this machine.
 *
 * @param name its name or ARN
 */
record AwsSecret(String name, AwsSettings aws) implements SecretCredentials.SecretText {
  /** Requests wait for it. */
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private static final String OUT_OF_REACH = "08001";

  @Override
  public String read() throws SQLException {
    try (SecretsManagerClient client = client()) {
      String text = client.getSecretValue(request -> request.secretId(name)).secretString();
      return Optional.ofNullable(text).orElse("");
    } catch (SdkException e) {
      throw new SQLException(
          "snapfleet.db.secret=%s could not be read: %s".formatted(name, firstLine(e)),
          OUT_OF_REACH,
          e);
    }
  }

  private SecretsManagerClient client() {
    SecretsManagerClientBuilder builder =
        SecretsManagerClient.builder()
            .httpClientBuilder(ApacheHttpClient.builder().connectionTimeout(PATIENCE))
            .overrideConfiguration(o -> o.apiCallTimeout(PATIENCE));
    aws.region().ifPresent(region -> builder.region(Region.of(region)));
    return builder.build();
  }

  private static String firstLine(SdkException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason given");
  }
}
