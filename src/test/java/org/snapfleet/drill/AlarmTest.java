package org.snapfleet.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rows of CloudWatch's table of missing data, and the comparisons. */
class AlarmTest {

  private static Alarm alarm(int periods, MissingData missing) {
    return new Alarm(
        new AlarmFigures(
            "a", Duration.ofMinutes(1), periods, Comparison.GREATER_THAN_THRESHOLD, 1, missing));
  }

  private static AlarmState after(Alarm alarm, String periods) {
    periods
        .chars()
        .mapToObj(
            c ->
                switch (c) {
                  case 'X' -> OptionalDouble.of(2);
                  case '0' -> OptionalDouble.of(0);
                  default -> OptionalDouble.empty();
                })
        .forEach(alarm::next);
    return alarm.state();
  }

  @ParameterizedTest
  @CsvSource({
    "-, BREACHING, ALARM",
    "-, NOT_BREACHING, OK",
    "-, MISSING, INSUFFICIENT_DATA",
    "-, IGNORE, INSUFFICIENT_DATA",
    "X, BREACHING, ALARM",
    "0, BREACHING, OK",
    "X-, IGNORE, ALARM",
    "X-, NOT_BREACHING, OK",
    "X-, MISSING, INSUFFICIENT_DATA",
    "X0, MISSING, OK",
  })
  void ofOnePeriod(String periods, MissingData missing, AlarmState state) {
    assertThat(after(alarm(1, missing), periods)).isEqualTo(state);
  }

  @ParameterizedTest
  @CsvSource({
    "XXX, NOT_BREACHING, ALARM",
    "XX0, NOT_BREACHING, OK",
    "0XX, NOT_BREACHING, OK",
    "XX-, NOT_BREACHING, OK",
    "XX-, BREACHING, ALARM",
    "XX-, MISSING, ALARM",
    "X, MISSING, ALARM",
    "XXX-, IGNORE, ALARM",
    "0XXX, MISSING, ALARM",
  })
  void ofThree(String periods, MissingData missing, AlarmState state) {
    assertThat(after(alarm(3, missing), periods)).isEqualTo(state);
  }

  @Test
  void theThresholdItselfIsNotOverIt() {
    assertThat(Comparison.of("GreaterThanThreshold").holds(1, 1)).isFalse();
    assertThat(Comparison.of("GreaterThanOrEqualToThreshold").holds(1, 1)).isTrue();
    assertThat(Comparison.of("LessThanThreshold").holds(1, 1)).isFalse();
    assertThat(Comparison.of("LessThanOrEqualToThreshold").holds(1, 1)).isTrue();
  }
}
