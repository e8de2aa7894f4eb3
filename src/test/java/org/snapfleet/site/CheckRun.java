package org.snapfleet.site;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One run of {@code ./snapfleet check}, by the launcher itself, and what it said. */
public final class CheckRun {
  private static final Duration TO_END = Duration.ofMinutes(5);
  private static final String LAUNCHER = Path.of("snapfleet").toAbsolutePath().toString();

  private final String output;
  private final int status;

  private CheckRun(Map<String, String> environment, String... options) {
    Path folder = Folders.make("check");
    Path log = folder.resolve("output");
    List<String> command = new ArrayList<>(List.of("bash", LAUNCHER, "check"));
    command.addAll(List.of(options));
    ServerProcess run = ServerProcess.start("check", folder, command, environment, log);
    run.awaitEnd(TO_END);
    status = run.exitStatus();
    output = new Log(log).text();
    Folders.remove(folder);
  }

  /** With these keys alone. */
  public static CheckRun with(Map<String, String> keys, String... options) {
    return new CheckRun(Site.variables(keys), options);
  }

  /** With the keys of a site, and others that go before them. */
  public static CheckRun of(Site site, Map<String, String> keys) {
    Map<String, String> environment = new TreeMap<>(site.environment());
    environment.put("SNAPFLEET_STORAGE_DIR", site.photoFolder().toString());
    environment.putAll(Site.variables(keys));
    return new CheckRun(environment);
  }

  public int status() {
    return status;
  }

  public String output() {
    return output;
  }

  /** The line of a dependency and those below it, which say more of it. */
  public String about(String dependency) {
    List<String> lines = new ArrayList<>();
    for (String line : output.lines().toList()) {
      boolean goesOn = !lines.isEmpty() && line.startsWith("   ");
      if (line.startsWith(dependency + " ") || goesOn) {
        lines.add(line);
      } else if (!lines.isEmpty()) {
        break;
      }
    }
    return String.join("\n", lines);
  }
}
