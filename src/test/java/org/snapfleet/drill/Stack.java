package org.snapfleet.drill;

import org.snapfleet.stack.Deployed;
import org.snapfleet.stack.Sizes;
import org.snapfleet.stack.Template;

/** The fleet's stack at level 3, as somebody deploys it who leaves all else as it is. */
final class Stack {
  private Stack() {}

  static Deployed byLatency() {
    return by("latency", Template.stack());
  }

  static Deployed byCpu() {
    return by("cpu", Template.stack());
  }

  static Deployed by(String scaling, Template template) {
    return template.with(Sizes.level(3, "Scaling", scaling));
  }
}
