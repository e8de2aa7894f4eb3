package org.snapfleet.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** When the template's figures call an instance broken. */
class HealthRecordTest {
  private static final Duration OLD = Duration.ofHours(1);

  private final HealthFigures checks = HealthFigures.of(Stack.byLatency());
  private final GroupFigures group = GroupFigures.of(Stack.byLatency());
  private final HealthRecord health = new HealthRecord(checks, group);

  @Test
  void twoFailedChecksInARowAreOneTooMany() {
    assertThat(health.isBroken("a", false, OLD)).isFalse();
    assertThat(health.isBroken("a", false, OLD)).isTrue();
  }

  @Test
  void anAnswerBetweenThemStartsAnew() {
    assertThat(health.isBroken("a", false, OLD)).isFalse();
    assertThat(health.isBroken("a", true, OLD)).isFalse();
    assertThat(health.isBroken("a", false, OLD)).isFalse();
  }

  @Test
  void theyAreCountedForEachInstance() {
    assertThat(health.isBroken("a", false, OLD)).isFalse();
    assertThat(health.isBroken("b", false, OLD)).isFalse();
  }

  @Test
  void aNewInstanceHasItsGrace() {
    for (int second = 0; second < group.grace().toSeconds(); second += 10) {
      assertThat(health.isBroken("a", false, Duration.ofSeconds(second))).isFalse();
    }
    assertThat(health.isBroken("a", false, group.grace())).isTrue();
  }

  @Test
  void itsSuccessorBeginsAnew() {
    assertThat(health.isBroken("a", false, OLD)).isFalse();
    health.forget("a");
    assertThat(health.isBroken("a", false, OLD)).isFalse();
  }
}
