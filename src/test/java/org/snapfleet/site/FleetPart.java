package org.snapfleet.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A process of a fleet, as the launcher's line tells of it.
 *
 * @param name such as {@code instance-2}
 * @param address host and port
 */
public record FleetPart(String name, String address, long pid, Path log) {
  private static final Pattern LINE =
      Pattern.compile(
          "(?<name>[a-z][a-z0-9]*(-\\d+)?) +(?<address>\\S+:\\d+) +pid (?<pid>\\d+) +log (?<log>.+)");

  static Optional<FleetPart> parse(String line) {
    Matcher part = LINE.matcher(line);
    return part.matches()
        ? Optional.of(
            new FleetPart(
                part.group("name"),
                part.group("address"),
                Long.parseLong(part.group("pid")),
                Path.of(part.group("log"))))
        : Optional.empty();
  }

  boolean isInstance() {
    return name.startsWith("instance-");
  }

  /** From the cache of loaded classes, where the JDK has such. */
  void assertStartedFromCache() {
    try {
      String command = Files.readString(Path.of("/proc/" + pid + "/cmdline")).replace('\0', ' ');
      assertThat(command.contains(" -XX:AOTCache="))
          .as(command)
          .isEqualTo(AotCaches.areKnownTo(pid));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public boolean isAlive() {
    return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
  }
}
