package org.snapfleet.fleet;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** Makes the settings from MicroProfile Config: system properties, environment, level, defaults. */
@Dependent
class SettingsSource {
  private static final Logger LOG = Logger.getLogger(SettingsSource.class.getName());

  @Produces
  @Singleton
  Settings settings() {
    Config config = config();
    SettingsReader reader = reader(config);
    Settings settings = read(reader);
    for (String name : reader.unknown(config.getPropertyNames())) {
      LOG.log(Level.WARNING, "{0} is not a setting of this version and is ignored", name);
    }
    return settings;
  }

  /** For what the container makes before CDI is there. */
  static Settings read() {
    return read(reader(config()));
  }

  /** Whoever comes first checks them all: a wrong one ends the start. */
  private static Settings read(SettingsReader reader) {
    try {
      Settings settings = Settings.read(reader);
      LogForm.use(settings);
      return settings;
    } catch (WrongSettingException e) {
      StartFailure.stop(e.getMessage());
      throw e;
    }
  }

  /**
   * This application's, whoever asks first: on a thread of the server's, as for a health check, the
   * current one is the server's own, and knows nothing of the level's file.
   */
  private static Config config() {
    return ConfigProvider.getConfig(SettingsSource.class.getClassLoader());
  }

  private static SettingsReader reader(Config config) {
    return new SettingsReader(key -> config.getOptionalValue(key, String.class).orElse(null));
  }
}
