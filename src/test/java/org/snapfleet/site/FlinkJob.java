package org.snapfleet.site;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * {@code sql/traffic.sql} on Flink's own small cluster, in a process of its own, by the artifact
 * that {@code ./mvnw -Pflink package} builds: as a fleet of level 6 has it.
 */
public final class FlinkJob implements AutoCloseable {
  private static final Path BUILT = Path.of("target", "flink").toAbsolutePath();
  private static final Duration TO_RUN = Duration.ofMinutes(3);

  private final Path folder = Folders.make("flink");
  private final int port = Ports.free();
  private final Log log = new Log(folder.resolve("log"));
  private final HttpClient http = HttpClient.newHttpClient();
  private final Map<String, String> environment = new TreeMap<>();
  private ServerProcess process;

  /** From the stream there into the database. */
  public FlinkJob(KinesisLocal kinesis, MariaDbServer.Database database) {
    KinesisLocal.keys(kinesis.address()).forEach(this::tell);
    tell("snapfleet.db.url", database.url());
    tell("snapfleet.db.user", database.user());
    tell("snapfleet.db.password", database.password());
    Folders.makeInside(folder, "tmp");
  }

  private void tell(String key, String value) {
    environment.put(key.replace('.', '_').toUpperCase(Locale.ROOT), value);
  }

  /** Starts it, from its newest checkpoint where it has one, and waits until it runs. */
  public void start() {
    if (!Files.exists(BUILT.resolve("traffic.jar"))) {
      throw new AssertionError("first: ./mvnw -Pflink package (./snapfleet test does it)");
    }
    process = ServerProcess.start("flink", folder, command(), environment, log.file());
    Await.until("Flink runs its job; its log: " + log.file(), TO_RUN, this::runs);
  }

  private List<String> command() {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "@" + Path.of("server-config", "flink.options").toAbsolutePath(),
        "-Djava.util.logging.config.file="
            + Path.of("server-config", "flink-logging.properties").toAbsolutePath(),
        "-XX:TieredStopAtLevel=1",
        "-Djava.io.tmpdir=" + folder.resolve("tmp"),
        "-cp",
        BUILT.resolve("traffic.jar") + ":" + BUILT.resolve("engine") + "/*",
        "org.snapfleet.flink.Main",
        folder.resolve("checkpoints").toString(),
        Integer.toString(port));
  }

  private boolean runs() throws IOException, InterruptedException {
    if (!process.isAlive()) {
      throw new AssertionError(log.end());
    }
    HttpRequest jobs =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/jobs/overview")).build();
    return http.send(jobs, BodyHandlers.ofString()).body().contains("\"state\":\"RUNNING\"");
  }

  /** Whether a checkpoint of it is whole. */
  public boolean hasCheckpoint() {
    return Folders.files(folder.resolve("checkpoints")).stream()
        .anyMatch(file -> file.endsWith("_metadata"));
  }

  /** Forgets what it has counted so far. */
  public void removeCheckpoints() {
    Folders.remove(folder.resolve("checkpoints"));
  }

  /** All it has written. */
  public String log() {
    return log.text();
  }

  /** As kill -9. */
  public void kill() {
    process.kill();
  }

  @Override
  public void close() {
    if (process != null) {
      process.kill();
    }
    Folders.remove(folder);
  }
}
