package org.snapfleet.site;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** How a program of the machine ended, and what it said. */
public record ToolRun(int status, String said) {

  public static ToolRun in(Path folder, List<String> command)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new ToolRun(process.waitFor(), said);
  }
}
