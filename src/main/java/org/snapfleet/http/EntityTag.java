package org.snapfleet.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A weak entity tag (RFC 9110, 8.8.3): two answers with the same one are as good as each other.
 *
 * @param text without quotes
 */
public record EntityTag(String text) {
  private static final String WEAK = "W/";
  private static final List<String> KEPT = List.of("ETag", "Cache-Control", "Vary");

  /** As a header has it. */
  public String header() {
    return WEAK + '"' + text + '"';
  }

  /** Whether the visitor has it already, by {@code If-None-Match}. */
  public boolean isKnownTo(HttpServletRequest request) {
    String known = request.getHeader("If-None-Match");
    return known != null && isAmong(known);
  }

  /**
   * Answers that it is still so, with no more than says how long (RFC 9110, 15.4.5): whoever has
   * the answer has its other headers too.
   */
  public void answerUnchanged(HttpServletResponse response) {
    if (!response.containsHeader("Set-Cookie")) {
      Map<String, String> kept = new LinkedHashMap<>();
      KEPT.forEach(name -> kept.put(name, response.getHeader(name)));
      response.reset();
      kept.forEach(response::setHeader);
    }
    response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
  }

  /** By weak comparison; what stands in a tag of ours is in no other's. */
  boolean isAmong(String known) {
    return known.strip().equals("*") || known.contains('"' + text + '"');
  }
}
