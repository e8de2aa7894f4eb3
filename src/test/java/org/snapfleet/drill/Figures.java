package org.snapfleet.drill;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.snapfleet.stack.Resource;
import org.snapfleet.stack.Values;

/** The properties of a resource as numbers, times and texts; one that is missing is an error. */
record Figures(String of, Map<String, Object> properties) {

  static Figures of(Resource resource) {
    return new Figures(resource.name(), resource.properties());
  }

  /** Those of a property that has properties itself. */
  Figures inside(String name) {
    return new Figures(of + "." + name, Values.map(properties.get(name)));
  }

  boolean has(String name) {
    return properties.containsKey(name);
  }

  String text(String name) {
    if (!has(name)) {
      throw new IllegalArgumentException("the template's %s has no %s".formatted(of, name));
    }
    return properties.get(name).toString();
  }

  /** The constant that AWS writes as {@code text}: {@code notBreaching} is NOT_BREACHING. */
  static <E extends Enum<E>> E named(Class<E> type, String text) {
    return Arrays.stream(type.getEnumConstants())
        .filter(each -> each.name().replace("_", "").equalsIgnoreCase(text))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("no %s: %s".formatted(type.getSimpleName(), text)));
  }

  double number(String name) {
    return Double.parseDouble(text(name));
  }

  int whole(String name) {
    return Integer.parseInt(text(name));
  }

  Duration seconds(String name) {
    return Duration.ofSeconds(whole(name));
  }
}
