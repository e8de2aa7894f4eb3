package org.snapfleet.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** What a process, or a group of them, can be told from outside. */
final class Signals {
  private static final Duration TO_STAND_STILL = Duration.ofSeconds(60);

  private Signals() {}

  /** It answers nothing from now on, keeps its connections and forgets nothing. */
  static void suspend(String name, long pid) {
    send("STOP", "" + pid);
    Await.until(name + " stands still", TO_STAND_STILL, () -> isSuspended(pid));
  }

  /** A busy machine stops a process's threads some time after it was told to. */
  private static boolean isSuspended(long pid) throws IOException {
    try (Stream<Path> threads = Files.list(Path.of("/proc/" + pid + "/task"))) {
      for (Path thread : threads.toList()) {
        String stat = Files.readString(thread.resolve("stat"));
        if (!stat.substring(stat.lastIndexOf(')')).startsWith(") T")) {
          return false;
        }
      }
      return true;
    }
  }

  static void resume(long pid) {
    send("CONT", "" + pid);
  }

  /** As Ctrl-C in a terminal: all of the process's group. */
  static void interruptGroup(long leader) {
    send("INT", "-" + leader);
  }

  private static void send(String signal, String to) {
    try {
      new ProcessBuilder(List.of("kill", "-s", signal, "--", to)).start().onExit().join();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
