package org.snapfleet.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What the template's target for the processors makes of a group. */
class TargetTrackingTest {
  private final GroupFigures figures = GroupFigures.of(Stack.byCpu());
  private final PlannedGroup group =
      new PlannedGroup(TargetTracking.of(Stack.byCpu()), figures.min());

  @Test
  void itGrowsInProportionAndShrinksOneByOne() {
    group.pass(20, n -> 180.0 / n).pass(40, n -> 8);

    assertThat(group.sizes()).containsExactly(4, 3, 2);
  }

  @Test
  void threeMinutesOverTheTargetMakeItGrow() {
    assertThat(group.pass(2, n -> 90).sizes()).isEmpty();
    assertThat(group.pass(1, n -> 90).sizes()).containsExactly(4);
  }

  @Test
  void aLittleOverTheTargetIsOneMoreWhichThenStays() {
    assertThat(group.pass(60, n -> 110.0 / n).sizes()).containsExactly(3);
  }

  @Test
  void fifteenMinutesWellBelowTheTargetMakeItShrink() {
    group.pass(10, n -> 180.0 / n);

    assertThat(group.pass(14, n -> 8).sizes()).containsExactly(4);
    assertThat(group.pass(1, n -> 8).sizes()).containsExactly(4, 3);
  }

  @Test
  void oneBusyMinuteBeginsTheFifteenAnew() {
    group.pass(10, n -> 180.0 / n).pass(14, n -> 8).pass(1, n -> 46).pass(14, n -> 8);

    assertThat(group.sizes()).containsExactly(4);
  }

  @Test
  void aNewInstanceWarmsUpBeforeMoreAreAskedFor() {
    group.pass(3, n -> 60).pass(20, n -> 60);

    assertThat(group.sizes()).containsExactly(3, 4);
    assertThat(group.changes().get(1).minus(group.changes().get(0)))
        .isGreaterThanOrEqualTo(figures.warmUp().plus(Duration.ofMinutes(1)));
  }

  @Test
  void withoutAnyValueNothingIsDone() {
    assertThat(group.pass(40, n -> Double.NaN).sizes()).isEmpty();
  }
}
