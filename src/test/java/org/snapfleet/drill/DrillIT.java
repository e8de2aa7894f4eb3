package org.snapfleet.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The whole drill, as {@code ./snapfleet drill} plays it, on one fleet. */
@Tag("fleet")
@Tag("alone")
@Timeout(600)
class DrillIT {
  private static final ByteArrayOutputStream TOLD = new ByteArrayOutputStream();

  private static Stage stage;

  @BeforeAll
  static void start() {
    stage = new Stage(new Screen(new PrintStream(TOLD, true, StandardCharsets.UTF_8)));
  }

  @AfterAll
  static void close() {
    if (stage != null) {
      stage.close();
    }
  }

  private static void assertAllWasMet(Verdict verdict) {
    assertThat(verdict.unmet()).as(TOLD.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  @Test
  void oneSlowInstanceMakesTheFleetGrowAndItsEndShrink() {
    assertAllWasMet(LatencyPart.play(stage));
  }

  @Test
  void busyProcessorsMakeItGrowAndTheirRestShrink() {
    assertAllWasMet(CpuPart.play(stage));
  }

  @Test
  void anInstanceThatHangsIsReplaced() {
    assertAllWasMet(ReplacePart.play(stage));
  }
}
