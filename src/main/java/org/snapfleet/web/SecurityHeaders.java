package org.snapfleet.web;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.snapfleet.http.SiteAddress;
import org.snapfleet.storage.PhotoOrigins;

/** Headers by which browsers protect their owners. */
@Dependent
class SecurityHeaders implements Step {
  private static final String POLICY =
      "default-src 'none'; img-src 'self' blob:%s; script-src 'self'; style-src 'self';"
          + " connect-src 'self'; manifest-src 'self'; form-action 'self';"
          + " base-uri 'none'; frame-ancestors 'none'";

  private static final Map<String, String> ALWAYS =
      Map.of(
          "X-Content-Type-Options", "nosniff",
          "X-Frame-Options", "DENY",
          "Referrer-Policy", "same-origin",
          "Cross-Origin-Opener-Policy", "same-origin",
          "Permissions-Policy",
              "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()");

  private final SiteAddress address;
  private final String policy;

  @Inject
  SecurityHeaders(SiteAddress address, PhotoOrigins origins) {
    this.address = address;
    this.policy = POLICY.formatted(origins.other().map(" "::concat).orElse(""));
  }

  @Override
  public void pass(HttpServletRequest request, HttpServletResponse response, FilterChain next)
      throws IOException, ServletException {
    ALWAYS.forEach(response::setHeader);
    response.setHeader("Content-Security-Policy", policy);
    if (address.isSecure(request)) {
      response.setHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
    }
    next.doFilter(request, response);
  }
}
