package org.snapfleet.photos;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.snapfleet.fleet.SiteStart;
import org.snapfleet.fleet.StartFailure;
import org.snapfleet.fleet.StartOrder;

/**
 * Where uploads lie while they are worked on: on this machine's disk, one folder a process, so that
 * a start can remove what killed processes have left.
 */
@ApplicationScoped
class WorkFolder {
  private static final String PREFIX = "snapfleet-work-";

  private final Path parent = Path.of(System.getProperty("java.io.tmpdir"));
  private final Path own = parent.resolve(PREFIX + ProcessHandle.current().pid());

  void start(@Observes @Priority(StartOrder.CONTENT) SiteStart event) {
    try (Stream<Path> found = Files.list(parent)) {
      found.filter(WorkFolder::isLeftOver).forEach(WorkFolder::remove);
      remove(own);
      Files.createDirectories(own);
    } catch (IOException | UncheckedIOException e) {
      StartFailure.stop("the folder for temporary files: " + e);
    }
  }

  @PreDestroy
  void stop() {
    remove(own);
  }

  private static boolean isLeftOver(Path folder) {
    return pid(folder.getFileName().toString())
        .map(pid -> ProcessHandle.of(pid).isEmpty())
        .orElse(false);
  }

  private static Optional<Long> pid(String name) {
    return name.matches(PREFIX + "\\d{1,18}")
        ? Optional.of(Long.valueOf(name.substring(PREFIX.length())))
        : Optional.empty();
  }

  /** A new folder for one request, to be removed by it. */
  Path create() throws IOException {
    return Files.createTempDirectory(own, "upload-");
  }

  /** Removes a folder and what is in it; another user's stays. */
  static void remove(Path folder) {
    if (!Files.isWritable(folder)) {
      return;
    }
    try (Stream<Path> found = Files.walk(folder)) {
      for (Path path : found.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
