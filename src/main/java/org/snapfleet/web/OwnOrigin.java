package org.snapfleet.web;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.snapfleet.http.Problem;
import org.snapfleet.http.SiteAddress;

/**
 * Refuses what other sites make browsers send: no unsafe method from elsewhere. Browsers say where
 * a request comes from by {@code Sec-Fetch-Site} (W3C Fetch Metadata), older ones and plain HTTP by
 * {@code Origin}; programs say neither and carry no one else's cookies.
 */
@Dependent
class OwnOrigin implements Step {
  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
  private static final Set<String> OWN = Set.of("same-origin", "none");

  private final SiteAddress address;

  @Inject
  OwnOrigin(SiteAddress address) {
    this.address = address;
  }

  @Override
  public void pass(HttpServletRequest request, HttpServletResponse response, FilterChain next)
      throws IOException, ServletException {
    if (!SAFE.contains(request.getMethod()) && !isOwn(request)) {
      throw new Problem(403, "cross-origin");
    }
    next.doFilter(request, response);
  }

  private boolean isOwn(HttpServletRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    if (site != null) {
      return OWN.contains(site);
    }
    String origin = request.getHeader("Origin");
    return origin == null || isOwn(hostOf(origin), hostOf(address.base(request)));
  }

  private static boolean isOwn(String origin, String own) {
    return !own.isEmpty() && origin.equals(own);
  }

  /** Host and port; nothing for {@code null} and for what is no address. */
  private static String hostOf(String address) {
    try {
      URI uri = URI.create(address);
      int port = uri.getPort() >= 0 ? uri.getPort() : "https".equals(uri.getScheme()) ? 443 : 80;
      return uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT) + ":" + port;
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
