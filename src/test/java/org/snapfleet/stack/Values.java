package org.snapfleet.stack;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a template is made of: maps, lists and scalars. */
public final class Values {
  private Values() {}

  /** A map; empty where there is none. */
  public static Map<String, Object> map(Object value) {
    Map<String, Object> map = new LinkedHashMap<>();
    if (value instanceof Map<?, ?> entries) {
      entries.forEach((key, each) -> map.put(key.toString(), each));
    }
    return map;
  }

  /** A list; what is none is a list of one. */
  public static List<Object> list(Object value) {
    if (value == null) {
      return List.of();
    }
    return value instanceof List<?> list
        ? list.stream().map(Object.class::cast).toList()
        : List.of(value);
  }
}
