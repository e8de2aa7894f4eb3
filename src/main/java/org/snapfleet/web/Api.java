package org.snapfleet.web;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.info.Info;

/** The JSON calls, all under {@code /api}. */
@ApplicationPath("/api")
@OpenAPIDefinition(
    info =
        @Info(
            title = "Snapfleet",
            version = "1",
            description =
                "Share photos. Errors are application/problem+json (RFC 9457): their type names"
                    + " the problem for programs, their detail says what to do."))
public class Api extends Application {

  /** No second description of the API beside {@code /openapi}. */
  @Override
  public Map<String, Object> getProperties() {
    return Map.of("jersey.config.server.wadl.disableWadl", true);
  }
}
