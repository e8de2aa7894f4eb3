package org.snapfleet.site;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Looks at a page as people who do not see it well, or not at all, meet it. */
public final class Axe {
  private Axe() {}

  /** What is seriously wrong with a page; the window must bypass its content policy. */
  public static List<String> serious(Page page, String path) {
    page.navigate(path);
    page.evaluate(script());
    JsonNode result =
        json((String) page.evaluate("axe.run().then(result => JSON.stringify(result.violations))"));
    List<String> found = new ArrayList<>();
    for (JsonNode violation : result) {
      if (List.of("serious", "critical").contains(violation.get("impact").asText())) {
        found.add(
            "%s: %s %s"
                .formatted(path, violation.get("help").asText(), violation.at("/nodes/0/html")));
      }
    }
    return found;
  }

  private static String script() {
    try (InputStream in = Axe.class.getResourceAsStream("/axe.min.js")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode json(String text) {
    try {
      return new ObjectMapper().readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError(text, e);
    }
  }
}
