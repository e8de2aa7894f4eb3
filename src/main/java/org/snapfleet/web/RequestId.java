package org.snapfleet.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a request is called in the log: as the balancer calls it, by {@code X-Request-ID} or {@code
 * X-Amzn-Trace-Id}, or else a name of ours.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-request-tracing.html">Request
 *     tracing</a>
 */
final class RequestId {
  private static final String NAME = RequestId.class.getName();
  private static final Pattern GIVEN = Pattern.compile("[A-Za-z0-9._:/+=-]{1,128}");
  private static final Pattern AMAZONS = Pattern.compile("(?:^|;) ?Root=([0-9a-f-]{1,64})(?:;|$)");

  private RequestId() {}

  /** The same each time. */
  static String of(HttpServletRequest request) {
    if (request.getAttribute(NAME) instanceof String known) {
      return known;
    }
    String id = given(request).or(() -> amazons(request)).orElseGet(RequestId::ours);
    request.setAttribute(NAME, id);
    return id;
  }

  /** What could be anything else than a name is not passed on. */
  private static Optional<String> given(HttpServletRequest request) {
    return Optional.ofNullable(request.getHeader("X-Request-ID"))
        .filter(id -> GIVEN.matcher(id).matches());
  }

  private static Optional<String> amazons(HttpServletRequest request) {
    return Optional.ofNullable(request.getHeader("X-Amzn-Trace-Id"))
        .map(AMAZONS::matcher)
        .filter(Matcher::find)
        .map(found -> found.group(1));
  }

  private static String ours() {
    return UUID.randomUUID().toString();
  }
}
