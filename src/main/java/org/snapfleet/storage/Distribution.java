package org.snapfleet.storage;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.security.MessageDigest;
import java.util.List;
import org.snapfleet.fleet.CloudFrontSettings;
import org.snapfleet.fleet.Settings;

/** Tells the requests that CloudFront makes for bytes from those that browsers make. */
@ApplicationScoped
class Distribution {
  /** By what the distribution shows that it asks, and has checked the visitor's link. */
  private static final String ORIGIN_HEADER = "X-Snapfleet-Origin";

  private final List<String> secrets;

  @Inject
  Distribution(Settings settings) {
    this.secrets = settings.cloudFront().map(CloudFrontSettings::originSecrets).orElse(List.of());
  }

  /** For the client proxy. */
  protected Distribution() {
    secrets = null;
  }

  /** Whether it is the distribution that asks; compared in constant time. */
  boolean isAsking(HttpServletRequest request) {
    String shown = request.getHeader(ORIGIN_HEADER);
    boolean known = false;
    for (String secret : shown == null ? List.<String>of() : secrets) {
      known |= MessageDigest.isEqual(secret.getBytes(UTF_8), shown.getBytes(UTF_8));
    }
    return known;
  }
}
