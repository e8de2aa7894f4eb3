package org.snapfleet.fleet;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** Makes the settings from MicroProfile Config: system properties, environment, defaults. */
@Dependent
class SettingsSource {

  @Produces
  @Singleton
  Settings settings() {
    return read();
  }

  /** For what the container makes before CDI is there. */
  static Settings read() {
    Config config = ConfigProvider.getConfig();
    return Settings.read(
        new SettingsReader(key -> config.getOptionalValue(key, String.class).orElse(null)));
  }
}
