package org.snapfleet.flink;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.flink.configuration.Configuration;

/**
 * Flink within this process, on one machine: where its checkpoints lie, and from which of them it
 * goes on. Managed Service for Apache Flink sees to both itself.
 */
final class LocalRun {
  private LocalRun() {}

  /**
   * {@code folder} is for checkpoints; on {@code port} Flink shows itself, to this machine alone.
   */
  static Configuration job(Path folder, String port) throws IOException {
    Configuration configuration = small(port);
    set(configuration, "execution.checkpointing.interval", "5 s");
    set(configuration, "execution.checkpointing.min-pause", "1 s");
    set(configuration, "execution.checkpointing.dir", folder.toUri().toString());
    set(
        configuration,
        "execution.checkpointing.externalized-checkpoint-retention",
        "RETAIN_ON_CANCELLATION");
    Files.createDirectories(folder);
    Optional<Path> newest = newest(folder);
    System.out.println(
        newest.map(from -> "Goes on from " + from).orElse("Begins at the stream's beginning"));
    if (newest.isPresent()) {
      set(configuration, "execution.state-recovery.path", newest.get().toUri().toString());
      removeAllBut(newest.get().getParent(), folder);
    }
    return configuration;
  }

  /** Without checkpoints: who asks again is answered again. */
  static Configuration question() {
    return small("0");
  }

  private static Configuration small(String port) {
    Configuration configuration = new Configuration();
    set(configuration, "rest.port", port);
    set(configuration, "rest.bind-address", "127.0.0.1");
    set(configuration, "rest.address", "127.0.0.1");
    set(configuration, "security.delegation.tokens.enabled", "false");
    set(configuration, "web.submit.enable", "false");
    set(configuration, "web.cancel.enable", "false");
    set(configuration, "parallelism.default", "1");
    set(configuration, "restart-strategy.type", "exponential-delay");
    set(configuration, "restart-strategy.exponential-delay.max-backoff", "10 s");
    set(configuration, "taskmanager.numberOfTaskSlots", "1");
    set(configuration, "taskmanager.memory.network.min", "16 mb");
    set(configuration, "taskmanager.memory.network.max", "16 mb");
    set(configuration, "taskmanager.memory.managed.size", "64 mb");
    return configuration;
  }

  private static void set(Configuration configuration, String key, String value) {
    configuration.setString(key, value);
  }

  /** Each run has a folder, and in it each checkpoint; that is whole once its metadata is there. */
  static Optional<Path> newest(Path folder) throws IOException {
    try (Stream<Path> files = Files.find(folder, 3, (file, a) -> file.endsWith("_metadata"))) {
      return files
          .max(Comparator.comparing(file -> file.toFile().lastModified()))
          .map(Path::getParent);
    }
  }

  private static void removeAllBut(Path run, Path folder) throws IOException {
    List<Path> old;
    try (Stream<Path> all = Files.walk(folder)) {
      old =
          all.filter(file -> !file.startsWith(run) && !file.equals(folder))
              .sorted(Comparator.reverseOrder())
              .collect(Collectors.toList());
    }
    for (Path file : old) {
      Files.delete(file);
    }
  }
}
