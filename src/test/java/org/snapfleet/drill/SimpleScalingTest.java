package org.snapfleet.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.IntToDoubleFunction;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snapfleet.stack.Deployed;
import org.snapfleet.stack.Template;

/** What the template's alarms by latency make of a group. */
class SimpleScalingTest {
  private static final Duration COOLDOWN = Duration.ofMinutes(5);

  /** One instance takes 3 s, the others next to nothing. */
  private static double oneIsSlow(int instances) {
    return 3.03 / instances;
  }

  private static double allAreQuick(int instances) {
    return 0.01;
  }

  private static PlannedGroup group(Deployed stack) {
    return new PlannedGroup(SimpleScaling.of(stack), GroupFigures.of(stack).min());
  }

  @Test
  void itGrowsWhileTheAverageIsOverASecondAndShrinksBelowHalfASecond() {
    PlannedGroup group =
        group(Stack.byLatency())
            .pass(30, SimpleScalingTest::oneIsSlow)
            .pass(30, SimpleScalingTest::allAreQuick);

    assertThat(group.sizes()).containsExactly(3, 4, 3, 2);
  }

  @Test
  void betweenTwoChangesTheCooldownPasses() {
    PlannedGroup group = group(Stack.byLatency()).pass(30, SimpleScalingTest::oneIsSlow);

    assertThat(group.changes().get(1).minus(group.changes().get(0)))
        .isGreaterThanOrEqualTo(COOLDOWN);
  }

  /** A boot takes a while to show in the average; without the cooldown all would come at once. */
  @Test
  void anAverageThatLagsBehindMakesItGrowOnlyOnce() {
    int[] minutes = {0};
    IntToDoubleFunction late = n -> minutes[0]++ < 4 ? 2 : 0.7;

    assertThat(group(Stack.byLatency()).pass(30, late).sizes()).containsExactly(3);
  }

  @Test
  void itStaysWithinItsBounds() {
    PlannedGroup group = group(Stack.byLatency()).pass(60, n -> 9).pass(60, n -> 0);

    assertThat(group.sizes()).containsExactly(3, 4, 3, 2);
  }

  @Test
  void inTheBandAndAtItsEdgesItStaysAsItIs() {
    for (double average : new double[] {0.5, 0.7, 1}) {
      assertThat(group(Stack.byLatency()).pass(30, n -> average).sizes()).isEmpty();
    }
  }

  @Test
  void whenNobodyAsksItShrinks() {
    PlannedGroup group =
        group(Stack.byLatency()).pass(10, SimpleScalingTest::oneIsSlow).pass(30, n -> Double.NaN);

    assertThat(group.sizes()).containsExactly(3, 4, 3, 2);
  }

  @Test
  void anotherThresholdInTheTemplateIsAnotherOutcome(@TempDir Path folder) throws IOException {
    Deployed patient = changed(folder, "Threshold: 1\n", "Threshold: 5\n");

    assertThat(group(patient).pass(30, SimpleScalingTest::oneIsSlow).sizes()).isEmpty();
  }

  @Test
  void soAreAnotherStepAndAnotherCooldown(@TempDir Path folder) throws IOException {
    Deployed bold = changed(folder, "ScalingAdjustment: 1,", "ScalingAdjustment: 2,");
    assertThat(group(bold).pass(30, SimpleScalingTest::oneIsSlow).sizes()).containsExactly(4);

    Deployed hasty = changed(folder, "Cooldown: '300'", "Cooldown: '0'");
    PlannedGroup group = group(hasty).pass(30, SimpleScalingTest::oneIsSlow);
    assertThat(group.changes().get(1).minus(group.changes().get(0))).isLessThan(COOLDOWN);
  }

  /** The first {@code from} after the alarm's or policy's name is changed. */
  private static Deployed changed(Path folder, String from, String to) throws IOException {
    String text = Files.readString(Path.of("ami", "stack.yaml"));
    int policies = text.indexOf("\n  AddOne:");
    String end = text.substring(policies);
    assertThat(end).contains(from);
    Path file = folder.resolve("stack.yaml");
    Files.writeString(
        file, text.substring(0, policies) + end.replaceFirst(Pattern.quote(from), to));
    return Stack.by("latency", Template.of(file));
  }
}
