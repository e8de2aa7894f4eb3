package org.snapfleet.fleet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The settings as a program without a server reads them, from where MicroProfile Config does:
 * system properties, then the environment, then the level's file.
 *
 * @param levelFile the level's file; empty where there is none
 * @param unknown names that look like settings and are none: misspelt?
 */
public record PlainSettings(Settings settings, String levelFile, List<String> unknown) {
  private static final String LEVEL_OF_ONE = "level-0.properties";

  /**
   * Reads and checks them all.
   *
   * @throws WrongSettingException for one that the site could not start with
   */
  public static PlainSettings read(
      Map<String, String> properties, Map<String, String> environment) {
    String file = properties.getOrDefault(LevelFile.PROPERTY, "");
    Map<String, String> level = file.isEmpty() ? Map.of() : fileOf(file);
    SettingsReader reader = new SettingsReader(key -> find(key, properties, environment, level));
    Settings settings = Settings.read(reader);
    Set<String> names = new HashSet<>(properties.keySet());
    names.addAll(environment.keySet());
    names.addAll(level.keySet());
    return new PlainSettings(settings, file, reader.unknown(names));
  }

  /** Whether the level is one of several instances: all are but the first. */
  public boolean isOfSeveralInstances() {
    return !levelFile.isEmpty()
        && !String.valueOf(Path.of(levelFile).getFileName()).equals(LEVEL_OF_ONE);
  }

  private static String find(
      String key,
      Map<String, String> properties,
      Map<String, String> environment,
      Map<String, String> level) {
    if (properties.containsKey(key)) {
      return properties.get(key);
    }
    String underscores = key.replaceAll("[^A-Za-z0-9]", "_");
    for (String name : List.of(key, underscores, SettingsReader.variable(key))) {
      if (environment.containsKey(name)) {
        return environment.get(name);
      }
    }
    return level.get(key);
  }

  private static Map<String, String> fileOf(String file) {
    try {
      return LevelFile.read(Path.of(file));
    } catch (IOException | IllegalArgumentException e) {
      throw new WrongSettingException(
          LevelFile.PROPERTY, file, "a file of settings that can be read");
    }
  }
}
