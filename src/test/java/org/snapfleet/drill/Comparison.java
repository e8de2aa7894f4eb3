package org.snapfleet.drill;

/** How an alarm compares, by CloudWatch's names. */
enum Comparison {
  GREATER_THAN_THRESHOLD,
  GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
  LESS_THAN_THRESHOLD,
  LESS_THAN_OR_EQUAL_TO_THRESHOLD;

  static Comparison of(String text) {
    return Figures.named(Comparison.class, text);
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
