package org.snapfleet.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snapfleet.http.Problem;

class AccountNameTest {

  @ParameterizedTest
  @ValueSource(strings = {"ann", "Ann.Lee-2_x", "安娜", "Zoë", "7up", " spaces-around "})
  void namesOfAnyScriptAreTaken(String typed) {
    assertThat(AccountName.parse(typed).text()).isEqualTo(typed.strip());
  }

  @Test
  void namesThatDifferInCaseOnlyAreTheSame() {
    assertThat(AccountName.parse("ANN").key()).isEqualTo(AccountName.parse("ann").key());
  }

  @Test
  void namesThatLookTheSameAreTheSame() {
    assertThat(AccountName.parse("ａｎｎ").key()).isEqualTo("ann");
  }

  @ParameterizedTest
  @CsvSource({
    "'', name.empty",
    "'   ', name.empty",
    "'<b>ann</b>', name.characters",
    "'ann lee', name.characters",
    "'../ann', name.characters",
    "'.ann', name.characters",
    "'a\u0000b', name.characters",
    "'a\u202eb', name.characters",
  })
  void othersAreRefusedWithTheirReason(String typed, String key) {
    assertThatThrownBy(() -> AccountName.parse(typed))
        .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.key()).isEqualTo(key));
  }

  @Test
  void threeHundredCharactersAreTooMany() {
    assertThatThrownBy(() -> AccountName.parse("a".repeat(300)))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.key()).isEqualTo("name.too-long"));
  }
}
