package org.snapfleet.flink;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
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
  static Configuration configuration(Path folder, String port) throws IOException {
    Files.createDirectories(folder);
    Configuration configuration = new Configuration();
    configuration.setString("rest.port", port);
    configuration.setString("rest.bind-address", "127.0.0.1");
    configuration.setString("rest.address", "127.0.0.1");
    configuration.setString("web.submit.enable", "false");
    configuration.setString("web.cancel.enable", "false");
    configuration.setString("execution.checkpointing.interval", "5 s");
    configuration.setString("execution.checkpointing.min-pause", "1 s");
    configuration.setString("execution.checkpointing.dir", folder.toUri().toString());
    configuration.setString(
        "execution.checkpointing.externalized-checkpoint-retention", "RETAIN_ON_CANCELLATION");
    configuration.setString("restart-strategy.type", "exponential-delay");
    configuration.setString("restart-strategy.exponential-delay.max-backoff", "10 s");
    configuration.setString("taskmanager.numberOfTaskSlots", "1");
    configuration.setString("taskmanager.memory.network.min", "16 mb");
    configuration.setString("taskmanager.memory.network.max", "16 mb");
    configuration.setString("taskmanager.memory.managed.size", "64 mb");
    newest(folder)
        .ifPresent(
            checkpoint ->
                configuration.setString(
                    "execution.state-recovery.path", checkpoint.toUri().toString()));
    return configuration;
  }

  /** A checkpoint is whole once its metadata is there. */
  static Optional<Path> newest(Path folder) throws IOException {
    try (Stream<Path> files = Files.find(folder, 3, (f, a) -> f.endsWith("_metadata"))) {
      return files.max(Comparator.comparing(LocalRun::written)).map(Path::getParent);
    }
  }

  private static long written(Path file) {
    return file.toFile().lastModified();
  }
}
