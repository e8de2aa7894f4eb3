package org.snapfleet.web;

import jakarta.enterprise.context.Dependent;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.snapfleet.http.Problem;

/**
 * Lets no request's body take more than its share: JSON and plain forms are read whole, up to a
 * small size and within a time; uploads have to come at some pace; of all of them together only so
 * many at once, so that there are always threads left to show pages and to answer health checks.
 */
@Dependent
class BodyBounds implements Step {
  private static final Set<String> WITHOUT_BODY = Set.of("GET", "HEAD", "OPTIONS");
  private static final Duration PAUSE = Duration.ofSeconds(5);

  /** Of the listener's 200 threads. */
  private static final int AT_ONCE = 150;

  private final Semaphore places = new Semaphore(AT_ONCE);

  @Override
  public void pass(HttpServletRequest request, HttpServletResponse response, FilterChain next)
      throws IOException, ServletException {
    if (WITHOUT_BODY.contains(request.getMethod())) {
      next.doFilter(request, response);
      return;
    }
    refuseEncoded(request);
    if (!places.tryAcquire()) {
      throw new Problem(503, "site.busy").retryAfter(PAUSE);
    }
    try {
      next.doFilter(bounded(request), response);
    } finally {
      places.release();
    }
  }

  /** The listener would inflate it: some kilobytes could become gigabytes. */
  private static void refuseEncoded(HttpServletRequest request) {
    String encoding = request.getHeader("Content-Encoding");
    if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
      throw new Problem(415, "encoding.unsupported");
    }
  }

  private static HttpServletRequest bounded(HttpServletRequest request) throws IOException {
    String type = request.getContentType();
    return type != null && type.startsWith("multipart/")
        ? new PacedRequest(request)
        : SmallRequest.read(request);
  }
}
