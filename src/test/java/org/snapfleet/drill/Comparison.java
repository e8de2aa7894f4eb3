package org.snapfleet.drill;

import java.util.Arrays;

/** How an alarm compares, by CloudWatch's names. */
enum Comparison {
  GREATER_THAN_THRESHOLD,
  GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
  LESS_THAN_THRESHOLD,
  LESS_THAN_OR_EQUAL_TO_THRESHOLD;

  static Comparison of(String text) {
    return Arrays.stream(values())
        .filter(each -> each.name().replace("_", "").equalsIgnoreCase(text))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no comparison: " + text));
  }

  boolean holds(double value, double threshold) {
    return switch (this) {
      case GREATER_THAN_THRESHOLD -> value > threshold;
      case GREATER_THAN_OR_EQUAL_TO_THRESHOLD -> value >= threshold;
      case LESS_THAN_THRESHOLD -> value < threshold;
      case LESS_THAN_OR_EQUAL_TO_THRESHOLD -> value <= threshold;
    };
  }
}
