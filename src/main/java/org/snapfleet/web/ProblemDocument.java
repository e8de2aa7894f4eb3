package org.snapfleet.web;

import jakarta.json.Json;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import java.util.Map;
import org.snapfleet.http.Language;
import org.snapfleet.http.Problem;

/** Problems as {@code application/problem+json} (RFC 9457). */
final class ProblemDocument {
  static final String MEDIA_TYPE = "application/problem+json";

  /** Kept: {@code Json.createObjectBuilder} looks through all JARs for who writes it, each time. */
  private static final JsonBuilderFactory BUILDERS = Json.createBuilderFactory(Map.of());

  private ProblemDocument() {}

  static JsonObject of(Problem problem, Language language) {
    return BUILDERS
        .createObjectBuilder()
        .add("type", problem.type())
        .add("title", problem.title(language))
        .add("status", problem.status())
        .add("detail", problem.detail(language))
        .build();
  }
}
