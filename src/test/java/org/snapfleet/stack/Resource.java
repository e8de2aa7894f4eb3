package org.snapfleet.stack;

import java.util.Map;

/**
 * A resource of a template.
 *
 * @param name its logical id
 * @param body all that stands below it: type, condition, policies and properties
 */
public record Resource(String name, Map<String, Object> body) {

  public String type() {
    return body.get("Type").toString();
  }

  public Map<String, Object> properties() {
    return Values.map(body.get("Properties"));
  }

  public Object property(String name) {
    return properties().get(name);
  }

  /**
   * An attribute beside the properties, such as {@code DeletionPolicy}; null where there is none.
   */
  public Object attribute(String name) {
    return body.get(name);
  }
}
