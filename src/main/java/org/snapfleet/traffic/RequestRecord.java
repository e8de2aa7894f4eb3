package org.snapfleet.traffic;

import jakarta.servlet.http.HttpServletRequest;

/**
 * The record of a request, with the fields of the tutorial, which are Apache's {@code %t %a %V %A
 * %U %m %>s %B}, user agent and referer, and ours.
 *
 * <p>A client may send long texts: of each, the first {@link #LONGEST} characters are kept.
 *
 * @param time when it came, in milliseconds since 1970
 * @param clientHostname the host that was asked for
 * @param serverIp the address at which it came in
 * @param request the path, without the query
 * @param size bytes of the body as they were sent
 * @param userAgent null where there is none
 * @param referer null where there is none
 * @param id what the log calls the request
 */
record RequestRecord(
    long time,
    String clientIp,
    String clientHostname,
    String serverIp,
    String request,
    String httpMethod,
    int status,
    long size,
    String userAgent,
    String referer,
    long nanos,
    String id) {
  /** As long as user agents of people are, and some; servers take 8 KB. */
  static final int LONGEST = 2048;

  /** The other fields, and the objects around all of them. */
  private static final int BESIDES = 300;

  static RequestRecord of(Answered answered) {
    HttpServletRequest asked = answered.request();
    return new RequestRecord(
        answered.cameAt(),
        answered.client(),
        bounded(asked.getServerName()),
        asked.getLocalAddr(),
        bounded(asked.getRequestURI()),
        bounded(asked.getMethod()),
        answered.status(),
        answered.size(),
        bounded(asked.getHeader("User-Agent")),
        bounded(asked.getHeader("Referer")),
        answered.nanos(),
        answered.id().get());
  }

  private static String bounded(String text) {
    return text == null || text.length() <= LONGEST ? text : text.substring(0, LONGEST);
  }

  /** About how much of the heap it takes, in characters. */
  int length() {
    return BESIDES
        + length(clientHostname)
        + length(request)
        + length(httpMethod)
        + length(userAgent)
        + length(referer);
  }

  private static int length(String text) {
    return text == null ? 0 : text.length();
  }
}
