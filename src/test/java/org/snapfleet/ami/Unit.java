package org.snapfleet.ami;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A unit's file, as it lies on the image. */
record Unit(List<String> lines) {
  static Unit of(Path file) {
    try {
      return new Unit(Files.readAllLines(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All that a directive is set to; a unit may set some several times. */
  List<String> all(String directive) {
    return lines.stream()
        .filter(line -> line.startsWith(directive + "="))
        .map(line -> line.substring(directive.length() + 1))
        .toList();
  }

  /** The one value of a directive; empty where there is none. */
  String value(String directive) {
    List<String> values = all(directive);
    if (values.size() > 1) {
      throw new IllegalStateException(directive + " is set more than once: " + values);
    }
    return values.isEmpty() ? "" : values.get(0);
  }

  /**
   * What systemd runs for the unit, as its user, without rights and with its environment.
   *
   * @param environment more of it; goes below the unit's file
   * @param more arguments after the unit's own
   */
  List<String> command(List<String> environment, List<String> more) {
    String user = value("User");
    String file = value("EnvironmentFile").replaceFirst("^-", "");
    String folder = value("WorkingDirectory");
    List<String> command =
        new ArrayList<>(List.of("setpriv", "--reuid", user, "--regid", user, "--init-groups"));
    command.addAll(List.of("--no-new-privs", "--bounding-set=-all", "--inh-caps=-all"));
    command.addAll(List.of("env", "-i", "PATH=/usr/local/bin:/usr/bin:/bin"));
    command.addAll(all("Environment"));
    command.addAll(environment);
    command.addAll(List.of("sh", "/tmp/as-unit.sh", folder.isEmpty() ? "/" : folder, file));
    command.addAll(List.of(value("ExecStart").split(" ", -1)));
    command.addAll(more);
    return command;
  }
}
