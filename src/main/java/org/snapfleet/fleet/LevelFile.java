package org.snapfleet.fleet;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * The settings of a level, from the file that the launcher names: below system properties and
 * environment, above the defaults.
 */
public final class LevelFile implements ConfigSource {
  /** The system property that names the file. */
  static final String PROPERTY = "snapfleet.level.file";

  /** Between microprofile-config.properties (100) and the environment (300). */
  private static final int ORDINAL = 200;

  private final String file;
  private final Map<String, String> settings;

  /** For MicroProfile Config, which makes it before anything else of the application. */
  public LevelFile() {
    this(System.getProperty(PROPERTY, ""));
  }

  LevelFile(String file) {
    this.file = file;
    this.settings = file.isEmpty() ? Map.of() : readOrStop(file);
  }

  private static Map<String, String> readOrStop(String file) {
    try {
      return read(Path.of(file));
    } catch (IOException | IllegalArgumentException e) {
      StartFailure.stop("%s=%s cannot be read: %s".formatted(PROPERTY, file, e));
      return Map.of();
    }
  }

  /**
   * The settings in a file.
   *
   * @throws IllegalArgumentException where it is no properties file
   */
  static Map<String, String> read(Path file) throws IOException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    }
    return properties.stringPropertyNames().stream()
        .collect(Collectors.toUnmodifiableMap(name -> name, properties::getProperty));
  }

  @Override
  public String getName() {
    return "LevelFile(%s)".formatted(file);
  }

  @Override
  public int getOrdinal() {
    return ORDINAL;
  }

  @Override
  public Set<String> getPropertyNames() {
    return settings.keySet();
  }

  @Override
  public String getValue(String key) {
    return settings.get(key);
  }
}
