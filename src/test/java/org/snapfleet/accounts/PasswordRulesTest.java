package org.snapfleet.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snapfleet.http.Problem;

class PasswordRulesTest {
  private final PasswordRules rules = new PasswordRules();
  private final AccountName name = new AccountName("annalena");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password",
        "12345678",
        "qwertyui",
        "iloveyou",
        "aaaaaaaa",
        "annalena",
        "annalena1",
        "snapfleet"
      })
  void whatGuessersTryFirstIsRefused(String password) {
    assertThatThrownBy(() -> rules.check(password, name))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.key()).isEqualTo("password.common"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"correct horse battery", "tR7!vQ2x", "蓝色的船开往远方的海"})
  void othersAreTaken(String password) {
    assertThatCode(() -> rules.check(password, name)).doesNotThrowAnyException();
  }

  @Test
  void lengthHasItsLimits() {
    assertThatThrownBy(() -> rules.check("tR7!vQ2", name)).hasMessageContaining("too-short");
    assertThatThrownBy(() -> rules.check("x7".repeat(101), name)).hasMessageContaining("too-long");
  }

  @Test
  void aVeryLongPasswordIsJudgedByItsStart() {
    assertThatCode(() -> rules.check("correct horse battery ".repeat(9), name))
        .doesNotThrowAnyException();
  }
}
