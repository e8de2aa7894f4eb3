package org.snapfleet.web;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;

/**
 * Sees that JSON is whole before it is bound to a type: the parser's way of skipping an unknown
 * property never ends where the text does (eclipse-ee4j/parsson issue 23).
 */
@Provider
public class JsonSyntax implements ReaderInterceptor {
  /** Kept: {@code Json.createReader} looks through all JARs for who reads JSON, each time. */
  private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

  @Override
  public Object aroundReadFrom(ReaderInterceptorContext context)
      throws IOException, WebApplicationException {
    if (MediaType.APPLICATION_JSON_TYPE.isCompatible(context.getMediaType())) {
      byte[] body = context.getInputStream().readAllBytes();
      check(body);
      context.setInputStream(new ByteArrayInputStream(body));
    }
    return context.proceed();
  }

  /** Throws a JSON exception where the text is none; an empty body is the resource's to refuse. */
  private static void check(byte[] body) {
    if (body.length > 0) {
      try (JsonReader reader = READERS.createReader(new ByteArrayInputStream(body))) {
        reader.readValue();
      }
    }
  }
}
