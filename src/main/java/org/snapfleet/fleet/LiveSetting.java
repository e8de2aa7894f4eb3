package org.snapfleet.fleet;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A setting that may change while the fleet lives.
 *
 * @param <T> whose text, as it is kept, is that of {@link Object#toString()}
 */
public final class LiveSetting<T> {
  /** For how long pages and API calls are held back. */
  public static final LiveSetting<LatencyRange> LATENCY =
      new LiveSetting<>("latency", LatencyRange::parse, LatencyRange.FORM, Settings::latency);

  /** Photos a page. */
  public static final LiveSetting<Integer> LATEST =
      number("latest", Settings.LATEST, Settings::latest);

  /** For how many seconds an edge cache may hold a page that is the same for everyone. */
  public static final LiveSetting<Integer> EDGE_SECONDS =
      number("edge.seconds", Settings.EDGE_SECONDS, Settings::edgeSeconds);

  /** All of them. */
  public static final List<LiveSetting<?>> ALL = List.of(LATENCY, LATEST, EDGE_SECONDS);

  private final String name;
  private final Function<String, Optional<T>> parser;
  private final String form;
  private final Function<Settings, T> configured;

  private LiveSetting(
      String name,
      Function<String, Optional<T>> parser,
      String form,
      Function<Settings, T> configured) {
    this.name = name;
    this.parser = parser;
    this.form = form;
    this.configured = configured;
  }

  private static LiveSetting<Integer> number(
      String name, WholeNumber accepted, Function<Settings, Integer> configured) {
    return new LiveSetting<>(
        name, text -> accepted.parse(text).map(Long::intValue), accepted.form(), configured);
  }

  /** Its key without the {@code snapfleet.} before it. */
  public String name() {
    return name;
  }

  /** Nothing where the text is not accepted. */
  public Optional<T> parse(String text) {
    return parser.apply(text);
  }

  /** What is accepted, in words. */
  String form() {
    return form;
  }

  /** What it is where nobody has changed it. */
  T configured(Settings settings) {
    return configured.apply(settings);
  }

  @Override
  public String toString() {
    return name;
  }
}
