package org.snapfleet.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {

  @Test
  void eachUnitIsRead() {
    assertThat(Durations.parse("200ms")).contains(Duration.ofMillis(200));
    assertThat(Durations.parse("30s")).contains(Duration.ofSeconds(30));
    assertThat(Durations.parse("10m")).contains(Duration.ofMinutes(10));
    assertThat(Durations.parse("12h")).contains(Duration.ofHours(12));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "5", "s", "-5s", "5 s", "5d", "1.5s", "99999999999s"})
  void otherTextsAreNone(String text) {
    assertThat(Durations.parse(text)).isEmpty();
  }
}
