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
    Config config = ConfigProvider.getConfig();
    SettingsReader reader = reader(config);
    Settings settings = Settings.read(reader);
    for (String name : reader.unknown(config.getPropertyNames())) {
      LOG.log(Level.WARNING, "{0} is not a setting of this version and is ignored", name);
    }
    return settings;
  }

  /** For what the container makes before CDI is there. */
  static Settings read() {
    return Settings.read(reader(ConfigProvider.getConfig()));
  }

  private static SettingsReader reader(Config config) {
    return new SettingsReader(key -> config.getOptionalValue(key, String.class).orElse(null));
  }
}
