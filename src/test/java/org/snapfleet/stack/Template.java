package org.snapfleet.stack;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A CloudFormation template as it is written. References are maps, {@code {Ref: x}}.
 *
 * @param sections what stands at its top
 */
public record Template(Map<String, Object> sections) {

  /** The fleet's. */
  public static Template stack() {
    return of(Path.of("ami", "stack.yaml"));
  }

  public static Template of(Path file) {
    return new Template(Yaml.read(file));
  }

  public Map<String, Object> section(String name) {
    return Values.map(sections.get(name));
  }

  /** All resources, in the order of the file, whatever their conditions. */
  public List<Resource> resources() {
    return section("Resources").entrySet().stream()
        .map(entry -> new Resource(entry.getKey(), Values.map(entry.getValue())))
        .toList();
  }

  public List<Resource> resources(String type) {
    return resources().stream().filter(resource -> resource.type().equals(type)).toList();
  }

  public Resource resource(String name) {
    return resources().stream().filter(r -> r.name().equals(name)).findFirst().orElseThrow();
  }

  /** What is made with these parameters; the others have their defaults. */
  public Deployed with(Map<String, Object> parameters) {
    return Deployed.of(this, parameters);
  }
}
