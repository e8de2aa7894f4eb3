package org.snapfleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.snapfleet.site.ToolRun;

/** Nothing in the project's files is anybody's secret: npm's secretlint looks for them. */
@Tag("machine")
@Timeout(120)
class SecretsIT {
  private static final Path TOOL =
      Path.of(
          System.getProperty("secretlint.dir", "/nowhere"),
          "node_modules/secretlint/bin/secretlint.js");

  private static final Path RULES = Path.of(".secretlintrc.json").toAbsolutePath();

  /** Of the project's folder, what is made by others and not kept. */
  private static final List<String> NOT_OURS = List.of("target", "data", ".git", ".idea");

  private static ToolRun lookAt(Path folder, List<Path> files)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(List.of("node", TOOL.toString(), "--secretlintrc", RULES.toString()));
    files.forEach(file -> command.add(file.toString()));
    return ToolRun.in(folder, command);
  }

  private static boolean isText(Path file) {
    return !file.toString().matches(".*\\.(png|jpe?g|webp|gif|ico|jar)");
  }

  private static List<Path> ours() throws IOException {
    try (Stream<Path> top = Files.list(Path.of("."))) {
      List<Path> files = new ArrayList<>();
      for (Path part : top.toList()) {
        if (!NOT_OURS.contains(part.getFileName().toString())) {
          try (Stream<Path> all = Files.walk(part)) {
            all.filter(Files::isRegularFile).filter(SecretsIT::isText).forEach(files::add);
          }
        }
      }
      return files;
    }
  }

  @Test
  void noFileOfTheProjectHoldsOne() throws Exception {
    List<Path> files = ours();
    assertThat(files).hasSizeGreaterThan(500);

    ToolRun run = lookAt(Path.of("."), files);

    assertThat(run.status()).as(run.said()).isZero();
  }

  @Test
  void oneThatIsThereIsFound(@TempDir Path folder) throws Exception {
    // in two parts, so that it is not found here
    String key =
        "-----BEGIN PRIVATE" + " KEY-----\nMC4CAQAwBQYDK2VwBCIEIA==\n-----END PRIVATE KEY-----";
    Files.writeString(folder.resolve("notes.txt"), key);

    assertThat(lookAt(folder, List.of(Path.of("notes.txt"))).status()).isEqualTo(1);
  }
}
