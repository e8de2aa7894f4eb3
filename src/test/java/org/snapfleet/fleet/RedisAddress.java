package org.snapfleet.fleet;

import java.util.Map;

/** For tests of other packages. */
public final class RedisAddress {
  private RedisAddress() {}

  public static RedisSettings of(String url) {
    return RedisSettings.read(new SettingsReader(Map.of("snapfleet.redis.url", url)::get), true)
        .orElseThrow();
  }
}
