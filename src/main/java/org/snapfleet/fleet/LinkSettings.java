package org.snapfleet.fleet;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * Links that expire.
 *
 * @param keys secrets for links signed by the site, the newest first; the older ones still verify.
 *     None: the site makes one, which its database keeps
 * @param lifetime how long a link works at most
 */
public record LinkSettings(List<String> keys, Duration lifetime) {
  private static final String KEY = "snapfleet.link.key";

  /** A key shorter than that could be guessed by machine. */
  private static final int SHORTEST = 16;

  static LinkSettings read(SettingsReader reader) {
    List<String> keys =
        reader.text(KEY).stream()
            .flatMap(text -> Arrays.stream(text.split(",", -1)))
            .map(String::strip)
            .toList();
    if (keys.stream().anyMatch(key -> key.length() < SHORTEST)) {
      throw new WrongSettingException(
          KEY, "…", "secrets of at least %d characters, the newest first".formatted(SHORTEST));
    }
    return new LinkSettings(
        keys,
        reader.duration(
            "snapfleet.link.lifetime",
            Duration.ofMinutes(10),
            Duration.ofSeconds(2),
            Duration.ofDays(7)));
  }

  /** Without the secrets. */
  @Override
  public String toString() {
    return "LinkSettings[keys=%d, lifetime=%s]".formatted(keys.size(), lifetime);
  }
}
