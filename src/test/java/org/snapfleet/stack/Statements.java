package org.snapfleet.stack;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What roles are allowed. */
final class Statements {
  private Statements() {}

  static List<Map<String, Object>> of(Deployed stack) {
    Stream<Object> inRoles =
        stack.resources("AWS::IAM::Role").stream()
            .flatMap(role -> Values.list(role.property("Policies")).stream())
            .map(policy -> Values.map(policy).get("PolicyDocument"));
    Stream<Object> besides =
        stack.resources("AWS::IAM::RolePolicy").stream().map(p -> p.property("PolicyDocument"));
    return Stream.concat(inRoles, besides)
        .flatMap(document -> Values.list(Values.map(document).get("Statement")).stream())
        .map(Values::map)
        .toList();
  }

  /** What this action is allowed on. */
  static List<String> resources(List<Map<String, Object>> statements, String action) {
    return statements.stream()
        .filter(statement -> Values.list(statement.get("Action")).contains(action))
        .flatMap(statement -> Values.list(statement.get("Resource")).stream())
        .map(Object::toString)
        .toList();
  }
}
