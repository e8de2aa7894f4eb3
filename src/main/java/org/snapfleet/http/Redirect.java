package org.snapfleet.http;

import jakarta.servlet.http.HttpServletResponse;

/** The answer to a form that has done its work: look there (303, RFC 9110). */
public final class Redirect {
  private Redirect() {}

  /**
   * Answers so.
   *
   * @param path an address of this site, beginning with a slash
   */
  public static void to(String path, HttpServletResponse response) {
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.setHeader("Location", path);
  }
}
