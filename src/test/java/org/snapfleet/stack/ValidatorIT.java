package org.snapfleet.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** AWS's own validator of templates, with the schemas of all resources, finds nothing. */
@Tag("machine")
@Timeout(120)
class ValidatorIT {
  private static final Path PACKAGE =
      Path.of(
          System.getProperty("validator.dir", "/nowhere"),
          "node_modules/@aws/cloudformation-validate");

  private record Run(int status, String said) {}

  private static Run validate(Path template) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                "node",
                "src/test/resources/stack/validate.js",
                PACKAGE.toString(),
                template.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Run(process.waitFor(), said);
  }

  @ParameterizedTest
  @ValueSource(strings = {"stack.yaml", "edge.yaml"})
  void nothingStopsADeployment(String template) throws Exception {
    Run run = validate(Path.of("ami", template));

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

    Run run = validate(wrong);

    assertThat(run.status()).as(run.said()).isEqualTo(1);
    assertThat(run.said()).contains("Targets");
  }
}
