package org.snapfleet.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.snapfleet.site.Ports;

/**
 * How long a site takes from the start of its launcher until it says that it is ready, and then to
 * its first page.
 */
record Boot(Duration untilReady, Duration firstPage) {
  private static final Path LAUNCHER = Path.of("snapfleet").toAbsolutePath();
  private static final Duration TO_BE_READY = Duration.ofMinutes(3);

  /**
   * Starts a site on what is in a folder, asks for its front page, and ends it.
   *
   * @param aot {@code on} or {@code off}: whether from the cache of loaded classes
   */
  static Boot measure(Path folder, String aot) {
    int port = Ports.free();
    ProcessBuilder builder =
        new ProcessBuilder("bash", LAUNCHER.toString(), "run", "--port", "" + port)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile());
    builder
        .environment()
        .putAll(
            java.util.Map.of(
                "SNAPFLEET_AOT",
                aot,
                "SNAPFLEET_DB_URL",
                "jdbc:h2:file:" + folder.resolve("db") + ";WRITE_DELAY=0",
                "SNAPFLEET_STORAGE_DIR",
                folder.resolve("photos").toString()));
    try {
      long start = System.nanoTime();
      Process site = builder.start();
      try {
        URI at = URI.create("http://127.0.0.1:%d/".formatted(port));
        Duration ready = since(start, at, "/health/ready");
        long asked = System.nanoTime();
        return new Boot(ready, since(asked, at, "/"));
      } finally {
        site.destroy();
        site.waitFor(1, TimeUnit.MINUTES);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static Duration since(long start, URI at, String path) {
    while (Caller.get(at, path, "").status() != 200) {
      if (System.nanoTime() - start > TO_BE_READY.toNanos()) {
        throw new IllegalStateException(at + " does not come up");
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
    }
    return Duration.ofNanos(System.nanoTime() - start);
  }

  /** The middle one of several measured in turns with and without the cache. */
  static Duration median(List<Boot> boots, java.util.function.Function<Boot, Duration> of) {
    return boots.stream().map(of).sorted().toList().get(boots.size() / 2);
  }
}
