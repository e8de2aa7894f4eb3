package org.snapfleet.check;

import java.nio.file.Path;
import java.util.List;
import org.snapfleet.fleet.PlainSettings;

/** The settings, which can all be read; some may be misspelt. */
record SettingsCheck(PlainSettings settings) implements Check {

  @Override
  public String name() {
    return "settings";
  }

  @Override
  public String where() {
    return settings.levelFile().isEmpty()
        ? "the environment"
        : "the environment, then " + inShort(Path.of(settings.levelFile()));
  }

  private static Path inShort(Path file) {
    Path here = Path.of("").toAbsolutePath();
    return file.startsWith(here) ? here.relativize(file) : file;
  }

  @Override
  public List<Finding> look() {
    List<Note> notes =
        settings.unknown().stream()
            .map(
                name ->
                    Note.warning(
                        "unknown setting: %s; it is ignored".formatted(name),
                        "Is it misspelt? README, Settings, lists them all."))
            .toList();
    return List.of(new Finding(name(), where(), "every value is accepted", notes));
  }
}
