package org.snapfleet.ami;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snapfleet.site.ToolRun;

/** What an image is baked by, as far as that can be looked at without AWS. */
class BakingTest {
  private static final Path TEMPLATE = Path.of("ami/snapfleet.pkr.hcl");

  /** What Debian's Packer, 1.6.6, does not know yet. */
  private static final List<String> NEWER =
      List.of(
          """
            metadata_options {
              http_endpoint               = "enabled"
              http_tokens                 = "required"
              http_put_response_hop_limit = 1
            }
          """,
          "  imds_support = \"v2.0\"\n",
          "  temporary_security_group_source_public_ip = true\n");

  @TempDir private Path folder;

  @Test
  void packerTakesTheTemplate() throws Exception {
    assumeTrue(isThere("packer"), "no packer on this machine");
    String template = Files.readString(TEMPLATE);
    for (String newer : NEWER) {
      assertThat(template).containsOnlyOnce(newer);
      template = template.replace(newer, "");
    }
    Path ami = Files.createDirectory(folder.resolve("ami"));
    Files.writeString(ami.resolve("snapfleet.pkr.hcl"), template);
    Files.copy(Path.of("ami/provision.sh"), ami.resolve("provision.sh"));
    Path bundle = Files.createFile(folder.resolve("bundle.tar"));

    assertThat(said(0, "packer", "validate", "-var", "bundle=" + bundle, ami.toString())).isEmpty();
    assertThat(said(0, "packer", "fmt", "-check", "-diff", "ami")).isEmpty();
    // so that this is known to look: a bundle that is not there
    assertThat(said(1, "packer", "validate", "-var", "bundle=/nowhere", ami.toString()))
        .contains("/nowhere");
  }

  @Test
  void theVolumeIsEncryptedAndTheInstanceAsksForTokens() throws Exception {
    assertThat(Files.readString(TEMPLATE))
        .contains(
            "encrypt_boot              = true",
            "volume_type           = \"gp3\"",
            "encrypted             = true",
            "\"debian-13-arm64-*\"",
            "\"debian-13-amd64-*\"",
            "owners      = [\"136693071363\"]");
  }

  @Test
  void shellCheckHasNothingToSayOfTheScripts() throws Exception {
    assumeTrue(isThere("shellcheck"), "no shellcheck on this machine");
    List<String> command = new ArrayList<>(List.of("shellcheck", "-x", "snapfleet"));
    for (Path from : List.of(Path.of("ami"), Path.of("src/test/resources/ami"))) {
      try (Stream<Path> files = Files.walk(from)) {
        files.filter(BakingTest::isScript).map(Path::toString).forEach(command::add);
      }
    }

    assertThat(command).hasSizeGreaterThan(8);
    assertThat(said(0, command.toArray(String[]::new))).isEmpty();
  }

  private static boolean isScript(Path file) {
    try {
      return Files.isRegularFile(file) && Files.readString(file).startsWith("#!");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static boolean isThere(String program) {
    return Stream.of(System.getenv("PATH").split(":", -1))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  private static String said(int status, String... command) throws Exception {
    ToolRun run = ToolRun.in(Path.of("."), List.of(command));
    assertThat(run.status()).as(run.said()).isEqualTo(status);
    return run.said();
  }
}
