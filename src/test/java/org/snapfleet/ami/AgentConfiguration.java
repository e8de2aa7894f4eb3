package org.snapfleet.ami;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What the CloudWatch agent is told. */
record AgentConfiguration(JsonObject json) {
  static AgentConfiguration of(Path file) throws IOException {
    try (JsonReader reader = Json.createReader(Files.newBufferedReader(file))) {
      return new AgentConfiguration(reader.readObject());
    }
  }

  /** Patterns of the names in /metrics that it carries. */
  List<String> selectors() {
    return declarations().getValuesAs(JsonObject.class).stream()
        .flatMap(
            d -> d.getJsonArray("metric_selectors").getValuesAs(JsonString::getString).stream())
        .toList();
  }

  private JsonArray declarations() {
    return json.getJsonObject("logs")
        .getJsonObject("metrics_collected")
        .getJsonObject("prometheus")
        .getJsonObject("emf_processor")
        .getJsonArray("metric_declaration");
  }
}
