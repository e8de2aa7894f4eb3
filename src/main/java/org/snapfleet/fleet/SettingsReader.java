package org.snapfleet.fleet;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Typed views of the configuration's texts; every refusal names key, value and what is accepted.
 */
final class SettingsReader {
  /** What only the launcher reads, and the level's file. */
  private static final Set<String> LAUNCHERS_OWN =
      Set.of(
          "SNAPFLEET_AOT",
          "SNAPFLEET_JDK",
          "SNAPFLEET_FLEET_DATA",
          "SNAPFLEET_FLEET_SHARDS",
          "SNAPFLEET_DATAGRID",
          variable(LevelFile.PROPERTY));

  private final UnaryOperator<String> source;
  private final Set<String> asked = new HashSet<>();

  /**
   * @param source gives a key's text, or null where it is unset
   */
  SettingsReader(UnaryOperator<String> source) {
    this.source = source;
  }

  Optional<String> text(String key) {
    asked.add(key);
    return Optional.ofNullable(source.apply(key)).map(String::strip).filter(s -> !s.isEmpty());
  }

  <E extends Enum<E>> E choice(String key, Class<E> type, E unset) {
    Optional<String> text = text(key);
    if (text.isEmpty()) {
      return unset;
    }
    return Arrays.stream(type.getEnumConstants())
        .filter(e -> written(e).equals(text.get()))
        .findFirst()
        .orElseThrow(() -> new WrongSettingException(key, text.get(), choices(type)));
  }

  int number(String key, int unset, WholeNumber accepted) {
    return (int) size(key, unset, accepted);
  }

  long size(String key, long unset, WholeNumber accepted) {
    String text = text(key).orElse(Long.toString(unset));
    return accepted
        .parse(text)
        .orElseThrow(() -> new WrongSettingException(key, text, accepted.form()));
  }

  /** As {@code 500ms}, {@code 90s}, {@code 10m} or {@code 12h}. */
  Duration duration(String key, Duration unset, Duration least, Duration most) {
    Optional<String> text = text(key);
    if (text.isEmpty()) {
      return unset;
    }
    return DurationText.parse(text.get())
        .filter(given -> given.compareTo(least) >= 0 && given.compareTo(most) <= 0)
        .orElseThrow(
            () ->
                new WrongSettingException(
                    key,
                    text.get(),
                    "a duration as 500ms, 90s, 10m or 12h, from %s to %s"
                        .formatted(DurationText.of(least), DurationText.of(most))));
  }

  LatencyRange latency(String key) {
    Optional<String> text = text(key);
    return text.isEmpty()
        ? LatencyRange.NONE
        : LatencyRange.parse(text.get())
            .orElseThrow(() -> new WrongSettingException(key, text.get(), LatencyRange.FORM));
  }

  Optional<URI> url(String key) {
    Optional<String> text = text(key);
    try {
      if (text.isPresent()) {
        URI url = new URI(text.get());
        if (url.getHost() != null && Set.of("http", "https").contains(url.getScheme())) {
          return Optional.of(url);
        }
        throw new WrongSettingException(key, text.get(), "https://host[:port]");
      }
      return Optional.empty();
    } catch (URISyntaxException e) {
      throw new WrongSettingException(key, text.get(), "https://host[:port]");
    }
  }

  Path folder(String key, String unset) {
    String text = text(key).orElse(unset);
    try {
      return Path.of(text).toAbsolutePath().normalize();
    } catch (InvalidPathException e) {
      throw new WrongSettingException(key, text, "a folder");
    }
  }

  List<AddressRange> addresses(String key, String unset) {
    String text = text(key).orElse(unset);
    return Arrays.stream(text.split(",", -1))
        .map(String::strip)
        .map(AddressRange::parse)
        .map(
            range ->
                range.orElseThrow(
                    () ->
                        new WrongSettingException(
                            key, text, "addresses as 127.0.0.1,::1, or ranges as 10.0.0.0/16")))
        .toList();
  }

  /** Which of these names, as keys or as environment variables, nothing has asked for: misspelt? */
  List<String> unknown(Iterable<String> names) {
    Set<String> variables =
        asked.stream().map(SettingsReader::variable).collect(Collectors.toSet());
    return StreamSupport.stream(names.spliterator(), false)
        .filter(name -> name.startsWith("snapfleet.") || name.startsWith("SNAPFLEET_"))
        .filter(name -> !variables.contains(variable(name)))
        .filter(name -> !LAUNCHERS_OWN.contains(variable(name)))
        .sorted()
        .toList();
  }

  /** How MicroProfile Config spells a key as an environment variable. */
  static String variable(String key) {
    return key.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
  }

  private static String choices(Class<? extends Enum<?>> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(SettingsReader::written)
        .collect(Collectors.joining(", "));
  }

  private static String written(Enum<?> choice) {
    return choice.name().toLowerCase(Locale.ROOT);
  }
}
