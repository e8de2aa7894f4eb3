package org.snapfleet.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What browsers say that they have, and what they take. */
class ConditionsTest {

  @ParameterizedTest
  @CsvSource({
    "'W/\"ours\"', true",
    "'\"ours\"', true",
    "'\"a\", W/\"ours\" , \"b\"', true",
    "'*', true",
    "' * ', true",
    "'W/\"ours.of.someone\"', false",
    "'W/\"not-ours\"', false",
    "'ours', false",
    "'', false"
  })
  void aTagIsKnownWhereItIsNamed(String known, boolean isKnown) {
    assertThat(new EntityTag("ours").isAmong(known)).isEqualTo(isKnown);
  }

  @ParameterizedTest
  @CsvSource({
    "'gzip, deflate, br', true",
    "'gzip', true",
    "'GZIP', true",
    "'br;q=1.0, gzip;q=0.8, *;q=0.1', true",
    "'deflate, gzip;q=0', false",
    "'gzip;q=0.000', false",
    "'gzip; q=0.001', true",
    "'gzip ;q=1', true",
    "'identity', false",
    "'not-gzip', false",
    "'', false"
  })
  void gzipIsTakenWhereItIsNotRefused(String accepted, boolean isTaken) {
    assertThat(AcceptedEncoding.isGzip(accepted)).isEqualTo(isTaken);
  }
}
