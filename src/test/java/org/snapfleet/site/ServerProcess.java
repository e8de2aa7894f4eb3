package org.snapfleet.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A server in a process of its own, writing what it says to a file. */
final class ServerProcess {
  private static final Duration TO_END = Duration.ofSeconds(60);

  private final String name;
  private final Process process;
  private Thread atExit;

  private ServerProcess(String name, Process process) {
    this.name = name;
    this.process = process;
    this.atExit = new Thread(process::destroyForcibly);
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  static ServerProcess start(
      String name, Path folder, List<String> command, Map<String, String> environment, Path log) {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.directory(folder.toFile());
    builder.environment().keySet().removeIf(key -> key.startsWith("SNAPFLEET_"));
    builder.environment().putAll(environment);
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    try {
      return new ServerProcess(name, builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * If this JVM ends first, the process is asked to end and has time for it, as for ending others;
   * then comes what is left to do.
   */
  void stopAtExit(Runnable then) {
    Runtime.getRuntime().removeShutdownHook(atExit);
    atExit =
        new Thread(
            () -> {
              stop();
              then.run();
            });
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  boolean isAlive() {
    return process.isAlive();
  }

  long pid() {
    return process.pid();
  }

  int exitStatus() {
    return process.exitValue();
  }

  /** As kill -9: nothing of the process runs any more. */
  void kill() {
    process.destroyForcibly();
    awaitEnd();
  }

  /** As kill: the process may finish what it does. */
  void stop() {
    stop(TO_END);
  }

  void stop(Duration bound) {
    process.destroy();
    awaitEnd(bound);
  }

  /** Answers nothing from now on, keeps its connections and forgets nothing. */
  void suspend() {
    Signals.suspend(name, pid());
  }

  void resume() {
    Signals.resume(pid());
  }

  /** As Ctrl-C: only where it leads a process group of its own. */
  void interrupt() {
    Signals.interruptGroup(pid());
    awaitEnd();
  }

  void awaitEnd() {
    awaitEnd(TO_END);
  }

  void awaitEnd(Duration bound) {
    try {
      assertThat(process.waitFor(bound.toSeconds(), TimeUnit.SECONDS))
          .as("%s ends within %s", name, bound)
          .isTrue();
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    } catch (IllegalStateException e) {
      // this process is ending itself
    }
  }
}
