package org.snapfleet.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.snapfleet.fleet.Settings;

/** Under which address people see the site, and from which address they come. */
@ApplicationScoped
public class SiteAddress {
  private final Settings settings;

  @Inject
  SiteAddress(Settings settings) {
    this.settings = settings;
  }

  /** For the client proxy. */
  protected SiteAddress() {
    this(null);
  }

  /** {@code https://host[:port]}, without a slash at its end. */
  public String base(HttpServletRequest request) {
    return settings
        .url()
        .map(url -> url.toString().replaceAll("/+$", ""))
        .orElseGet(() -> scheme(request) + "://" + host(request));
  }

  /** Whether people reach the site by HTTPS, perhaps ending at a proxy. */
  public boolean isSecure(HttpServletRequest request) {
    return settings.url().map(url -> "https".equals(url.getScheme())).orElse(false)
        || "https".equals(scheme(request));
  }

  /** The host and port by which the browser asked. */
  public String host(HttpServletRequest request) {
    return forwarded(request, "X-Forwarded-Host")
        .or(() -> Optional.ofNullable(request.getHeader("Host")))
        .orElseGet(() -> request.getServerName() + ":" + request.getServerPort());
  }

  /** Where the request came from: the last address that no trusted proxy of ours added. */
  public String client(HttpServletRequest request) {
    String client = request.getRemoteAddr();
    String[] hops = forwarded(request, "X-Forwarded-For").orElse("").split(",", -1);
    for (int i = hops.length - 1; i >= 0 && isTrusted(client) && !hops[i].isBlank(); i--) {
      client = hops[i].strip();
    }
    return client;
  }

  private String scheme(HttpServletRequest request) {
    return forwarded(request, "X-Forwarded-Proto").orElse(request.getScheme());
  }

  private Optional<String> forwarded(HttpServletRequest request, String header) {
    return isTrusted(request.getRemoteAddr())
        ? Optional.ofNullable(request.getHeader(header))
            .map(String::strip)
            .filter(s -> !s.isEmpty())
        : Optional.empty();
  }

  private boolean isTrusted(String address) {
    return settings.trustedProxies().contains(canonical(address));
  }

  private static String canonical(String address) {
    return "0:0:0:0:0:0:0:1".equals(address) ? "::1" : address;
  }
}
