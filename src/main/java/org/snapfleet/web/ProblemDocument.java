package org.snapfleet.web;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import org.snapfleet.http.Language;
import org.snapfleet.http.Problem;

/** Problems as {@code application/problem+json} (RFC 9457). */
final class ProblemDocument {
  static final String MEDIA_TYPE = "application/problem+json";

  private ProblemDocument() {}

  static JsonObject of(Problem problem, Language language) {
    return Json.createObjectBuilder()
        .add("type", problem.type())
        .add("title", problem.title(language))
        .add("status", problem.status())
        .add("detail", problem.detail(language))
        .build();
  }
}
