package org.snapfleet.http;

import jakarta.servlet.http.HttpServletRequest;

/**
 * A weak entity tag (RFC 9110, 8.8.3): two answers with the same one are as good as each other.
 *
 * @param text without quotes
 */
public record EntityTag(String text) {
  private static final String WEAK = "W/";

  /** As a header has it. */
  public String header() {
    return WEAK + '"' + text + '"';
  }

  /** Whether the visitor has it already, by {@code If-None-Match}. */
  public boolean isKnownTo(HttpServletRequest request) {
    String known = request.getHeader("If-None-Match");
    return known != null && isAmong(known);
  }

  /** By weak comparison; what stands in a tag of ours is in no other's. */
  boolean isAmong(String known) {
    return known.strip().equals("*") || known.contains('"' + text + '"');
  }
}
