package org.snapfleet.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.snapfleet.http.Problem;

class ProblemsTest {

  @ParameterizedTest
  @CsvSource({
    "08S01, 0",
    "08003, -1",
    "40001, 1213",
    "HY000, 1205",
    "HYT00, 50200",
    "90131, 90131"
  })
  void whatPassesWithTheDatabaseIsToldToTryAgain(String state, int code) {
    Problem told = Problems.of(new PersistenceException(new SQLException("no", state, code)));

    assertThat(told.status()).isEqualTo(503);
    assertThat(told.retryAfter()).isPresent();
  }

  @Test
  void aDeadlockOfTheDriversOwnKindToo() {
    assertThat(Problems.of(new SQLTransactionRollbackException("no", "40001")).status())
        .isEqualTo(503);
  }

  @Test
  void aMistakeOfOursIsOne() {
    Problem told = Problems.of(new SQLException("no such column", "42S22", 1054));

    assertThat(told.status()).isEqualTo(500);
    assertThat(told.retryAfter()).isEqualTo(Optional.empty());
  }
}
