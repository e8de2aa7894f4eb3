package org.snapfleet.ami;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A command that runs in a root with mounts and processes of its own: all of them end with it, and
 * it ends with this JVM.
 *
 * @param process the outermost, on this machine
 * @param log what it says
 */
record Inside(Process process, Path log) implements AutoCloseable {
  private static final String SCRIPT =
      Path.of("src/test/resources/ami/inside.sh").toAbsolutePath().toString();

  static Inside start(Path root, String mode, Path log, List<String> command) {
    List<String> all = new ArrayList<>(List.of("unshare", "--mount", "--pid", "--fork"));
    all.addAll(List.of("--kill-child", "bash", SCRIPT, root.toString(), mode));
    all.addAll(command);
    try {
      Process process =
          new ProcessBuilder(all)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .redirectInput(Path.of("/dev/null").toFile())
              .start();
      Inside inside = new Inside(process, log);
      Runtime.getRuntime().addShutdownHook(new Thread(inside::kill));
      return inside;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits for its end and gives its status. */
  int status() {
    try {
      if (!process.waitFor(5, TimeUnit.MINUTES)) {
        throw new AssertionError("it does not end; it said:\n" + text());
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  String text() {
    try {
      return new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The first process ends all others inside; it would outlive the outermost, as another user's.
   */
  private void kill() {
    process.toHandle().children().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  /** The command itself: the first process inside. */
  ProcessHandle first() {
    return process.toHandle().children().findFirst().orElseThrow();
  }

  @Override
  public void close() {
    kill();
    status();
  }
}
