package org.snapfleet.stack;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What AWS would make of a template with some parameters: the resources whose conditions hold, with
 * each function worked out. What only AWS knows, such as an ARN, is {@code <Name.Attribute>}.
 */
public record Deployed(List<Resource> resources, Map<String, Object> outputs) {

  static Deployed of(Template template, Map<String, Object> parameters) {
    Map<String, Object> values = new LinkedHashMap<>();
    template
        .section("Parameters")
        .forEach((name, parameter) -> values.put(name, Values.map(parameter).get("Default")));
    values.putAll(parameters);
    Functions functions = new Functions(template, values);
    List<Resource> made =
        template.resources().stream()
            .filter(resource -> functions.isMade(resource.body()))
            .map(r -> new Resource(r.name(), Values.map(functions.worked(r.body()))))
            .toList();
    Map<String, Object> outputs = new LinkedHashMap<>();
    template
        .section("Outputs")
        .forEach(
            (name, output) -> {
              if (functions.isMade(Values.map(output))) {
                outputs.put(name, functions.worked(output));
              }
            });
    return new Deployed(made, outputs);
  }

  public boolean has(String name) {
    return resources.stream().anyMatch(resource -> resource.name().equals(name));
  }

  public Resource resource(String name) {
    return resources.stream().filter(r -> r.name().equals(name)).findFirst().orElseThrow();
  }

  public List<Resource> resources(String type) {
    return resources.stream().filter(resource -> resource.type().equals(type)).toList();
  }
}
