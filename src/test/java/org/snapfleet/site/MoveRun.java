package org.snapfleet.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One run of {@code ./snapfleet move-photos}, by the launcher itself, and what it says. */
public final class MoveRun {
  private static final Duration TO_END = Duration.ofMinutes(5);
  private static final String LAUNCHER = Path.of("snapfleet").toAbsolutePath().toString();

  private final Path folder = Folders.make("move");
  private final Log log = new Log(folder.resolve("output"));
  private final ServerProcess launcher;

  private MoveRun(Map<String, String> environment, String... options) {
    Folders.makeInside(folder, "tmp");
    Map<String, String> variables = new TreeMap<>(environment);
    variables.put("TMPDIR", folder.resolve("tmp").toString());
    List<String> command = new ArrayList<>(List.of("bash", LAUNCHER, "move-photos"));
    command.addAll(List.of(options));
    launcher = ServerProcess.start("move", folder, command, variables, log.file());
  }

  /** Starts one with these keys alone. */
  public static MoveRun with(Map<String, String> keys, String... options) {
    return new MoveRun(Site.variables(keys), options);
  }

  /** Starts one with the keys of a site, and others that go before them: an empty one is unset. */
  public static MoveRun of(Site site, Map<String, String> keys, String... options) {
    Map<String, String> all = new TreeMap<>(site.environment());
    all.put("SNAPFLEET_STORAGE_DIR", site.photoFolder().toString());
    keys.forEach((key, value) -> all.put(Site.variable(key), value));
    return new MoveRun(Site.variables(all), options);
  }

  /** What it has said so far. */
  public String output() {
    return log.text();
  }

  public boolean isRunning() {
    return launcher.isAlive();
  }

  /** Ends the program itself as kill -9 does, and waits for the launcher. */
  public void kill() {
    ProcessHandle.of(launcher.pid()).stream()
        .flatMap(ProcessHandle::descendants)
        .forEach(ProcessHandle::destroyForcibly);
    end();
  }

  /** As Ctrl-C, by the signal that shells heed also where they were started in the background. */
  public void stop() {
    launcher.stop();
    end();
  }

  /** Waits for its end. */
  public int status() {
    end();
    return launcher.exitStatus();
  }

  private void end() {
    launcher.awaitEnd(TO_END);
    String said = output();
    assertThat(said).doesNotContain("Exception", "\tat ");
    assertThat(Folders.files(folder.resolve("tmp"))).as("what is left of it").isEmpty();
  }

  /** Its output goes with it. */
  public void remove() {
    Folders.remove(folder);
  }
}
