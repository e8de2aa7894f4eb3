package org.snapfleet.drill;

import java.util.HashMap;
import java.util.Map;
import org.snapfleet.stack.Deployed;
import org.snapfleet.stack.Template;

/** The fleet's stack at level 3, as somebody deploys it who leaves all else as it is. */
final class Stack {
  private static final Map<String, Object> PARAMETERS =
      Map.of("Level", "3", "ImageId", "ami-1", "Email", "someone@example.org");

  private Stack() {}

  static Deployed byLatency() {
    return by("latency", Template.stack());
  }

  static Deployed byCpu() {
    return by("cpu", Template.stack());
  }

  static Deployed by(String scaling, Template template) {
    Map<String, Object> parameters = new HashMap<>(PARAMETERS);
    parameters.put("Scaling", scaling);
    return template.with(parameters);
  }
}
