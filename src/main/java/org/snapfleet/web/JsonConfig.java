package org.snapfleet.web;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.config.PropertyOrderStrategy;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.Provider;

/** JSON as the contract has it: what there is none of is null, not left out. */
@Provider
public class JsonConfig implements ContextResolver<Jsonb> {
  private final Jsonb jsonb =
      JsonbBuilder.create(
          new JsonbConfig()
              .withNullValues(true)
              .withPropertyOrderStrategy(PropertyOrderStrategy.ANY));

  @Override
  public Jsonb getContext(Class<?> type) {
    return jsonb;
  }
}
