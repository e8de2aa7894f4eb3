package org.snapfleet.flink;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.databind.JsonNode;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.databind.ObjectMapper;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** The database's account, as RDS keeps it in Secrets Manager. */
final class Secret {
  private final String user;
  private final String password;

  private Secret(String user, String password) {
    this.user = user;
    this.password = password;
  }

  static Secret read(String name, String region) {
    try (SecretsManagerClient client =
        SecretsManagerClient.builder()
            .httpClientBuilder(ApacheHttpClient.builder())
            .region(Region.of(region))
            .build()) {
      return of(client.getSecretValue(get -> get.secretId(name)).secretString());
    }
  }

  static Secret of(String json) {
    try {
      JsonNode secret = new ObjectMapper().readTree(json);
      return new Secret(secret.path("username").asText(), secret.path("password").asText());
    } catch (IOException e) {
      throw new UncheckedIOException("the database's secret is no JSON", e);
    }
  }

  String user() {
    return user;
  }

  String password() {
    return password;
  }
}
