package org.snapfleet.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretCredentialsTest {
  private static final Credentials FIRST = new Credentials(Optional.of("ann"), Optional.of("1"));
  private static final Credentials SECOND = new Credentials(Optional.of("ann"), Optional.of("2"));

  private String text =
      "{\"username\":\"ann\",\"password\":\"1\",\"engine\":\"mariadb\",\"port\":3306}";
  private int reads;
  private long now = Long.MAX_VALUE - 5;
  private final SecretCredentials credentials = new SecretCredentials(this::read, () -> now);

  private String read() {
    reads++;
    return text;
  }

  private void pass(long seconds) {
    now += TimeUnit.SECONDS.toNanos(seconds);
  }

  @Test
  void theSecretIsReadOnceAndAgainWhenItIsRefused() throws SQLException {
    assertThat(credentials.current()).isEqualTo(FIRST);
    assertThat(credentials.current()).isEqualTo(FIRST);
    assertThat(reads).isEqualTo(1);

    text = text.replace("\"1\"", "\"2\"");
    pass(1);

    assertThat(credentials.insteadOf(FIRST)).contains(SECOND);
    assertThat(credentials.insteadOf(FIRST)).as("a second request's").contains(SECOND);
    assertThat(credentials.current()).isEqualTo(SECOND);
    assertThat(reads).isEqualTo(2);
  }

  @Test
  void aSecretThatStaysWrongIsReadOnceASecond() throws SQLException {
    credentials.current();
    for (int i = 0; i < 100; i++) {
      assertThat(credentials.insteadOf(FIRST)).isEmpty();
    }
    assertThat(reads).isEqualTo(1);
    pass(1);
    for (int i = 0; i < 100; i++) {
      assertThat(credentials.insteadOf(FIRST)).isEmpty();
    }
    assertThat(reads).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "s3cret",
        "[\"s3cret\"]",
        "{\"password\":\"s3cret\"}",
        "{\"username\":1,\"password\":2}"
      })
  void anotherTextIsRefusedWithoutShowingIt(String other) {
    text = other;

    assertThatThrownBy(credentials::current)
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("JSON with the texts username and password")
        .hasMessageNotContaining("s3cret");
  }

  @Test
  void aPasswordIsNotShown() {
    assertThat(new Credentials(Optional.of("ann"), Optional.of("s3cret"))).hasToString("ann");
  }
}
