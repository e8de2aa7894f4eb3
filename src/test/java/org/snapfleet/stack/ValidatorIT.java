package org.snapfleet.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snapfleet.site.ToolRun;

/** AWS's own validator of templates, with the schemas of all resources, finds nothing. */
@Tag("machine")
@Timeout(120)
class ValidatorIT {
  private static final Path PACKAGE =
      Path.of(
          System.getProperty("validator.dir", "/nowhere"),
          "node_modules/@aws/cloudformation-validate");

  private static ToolRun validate(Path template) throws IOException, InterruptedException {
    return ToolRun.in(
        Path.of("."),
        List.of(
            "node",
            "src/test/resources/stack/validate.js",
            PACKAGE.toString(),
            template.toString()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"stack.yaml", "edge.yaml"})
  void nothingStopsADeployment(String template) throws Exception {
    ToolRun run = validate(Path.of("ami", template));

    assertThat(run.status()).as(run.said()).isZero();
    // W2509: parameters that name secrets, and are none. W1028: a branch that the validator wants.
    assertThat(run.said().lines())
        .allMatch(line -> line.contains("W2509") || line.contains("W1028"));
  }

  @Test
  void whatIsWrongIsFound(@TempDir Path folder) throws Exception {
    String text = Files.readString(Path.of("ami", "stack.yaml"));
    Path wrong =
        Files.writeString(
            folder.resolve("wrong.yaml"), text.replace("HealthCheckPath:", "HealthPath:"));

    ToolRun run = validate(wrong);

    assertThat(run.status()).as(run.said()).isEqualTo(1);
    assertThat(run.said()).contains("Targets");
  }
}
