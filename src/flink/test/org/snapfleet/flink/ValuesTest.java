package org.snapfleet.flink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class ValuesTest {
  @Test
  void elsewhereTheyAreTheSitesOwnSettings() {
    Values values =
        environment(
            Map.of(
                "SNAPFLEET_DB_URL", "jdbc:mariadb://db:3306/snapfleet?sslMode=trust",
                "SNAPFLEET_DB_USER", "ann",
                "SNAPFLEET_DB_PASSWORD", "pw",
                "AWS_REGION", "eu-central-1"));
    assertThat(values.apply("stream")).isEqualTo("web-access-log");
    assertThat(values.apply("region")).isEqualTo("eu-central-1");
    assertThat(values.apply("endpoint")).isEqualTo("https://kinesis.eu-central-1.amazonaws.com");
    assertThat(values.apply("db.user")).isEqualTo("ann");
    assertThat(values.apply("db.password")).isEqualTo("pw");
    assertThat(values.apply("db.url"))
        .startsWith("jdbc:mysql://db:3306/snapfleet?sslMode=trust&permitMysqlScheme");
  }

  @Test
  void onManagedFlinkTheyAreTheGroupOfRuntimeProperties() {
    Properties group = new Properties();
    group.setProperty("stream", "requests");
    group.setProperty("region", "eu-west-1");
    Values values = Values.ofProperties(group);
    assertThat(values.apply("stream")).isEqualTo("requests");
    assertThatThrownBy(() -> values.apply("db.url"))
        .hasMessageContaining("snapfleet/db.url is not");
  }

  @Test
  void whatIsMissingIsNamed() {
    assertThatThrownBy(() -> environment(Map.of()).apply("db.password"))
        .hasMessageContaining("SNAPFLEET_DB_PASSWORD is not set");
  }

  @Test
  void theDriverOfFailOverIsNotFlinks() {
    assertThat(Values.jdbcUrl("jdbc:aws-wrapper:mariadb://db/snapfleet"))
        .startsWith("jdbc:mysql://db/snapfleet?permitMysqlScheme");
    assertThatThrownBy(() -> Values.jdbcUrl("jdbc:h2:./data/snapfleet"))
        .hasMessageContaining("Flink writes to MariaDB");
  }

  @Test
  void aSecretHasTheAccount() {
    Secret secret = Secret.of("{\"username\":\"ann\",\"password\":\"p'w\"}");
    assertThat(secret.user()).isEqualTo("ann");
    assertThat(secret.password()).isEqualTo("p'w");
  }

  private static Values environment(Map<String, String> variables) {
    return Values.ofEnvironment(variables::get);
  }
}
