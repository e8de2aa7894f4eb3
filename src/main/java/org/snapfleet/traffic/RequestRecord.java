package org.snapfleet.traffic;

import jakarta.servlet.http.HttpServletRequest;

/**
 * The record of a request, with the fields of the tutorial, which are Apache's {@code %t %a %V %A
 * %U %m %>s %B}, user agent and referer, and ours.
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

  static RequestRecord of(Answered answered) {
    HttpServletRequest asked = answered.request();
    return new RequestRecord(
        answered.cameAt(),
        answered.client(),
        asked.getServerName(),
        asked.getLocalAddr(),
        asked.getRequestURI(),
        asked.getMethod(),
        answered.status(),
        answered.size(),
        asked.getHeader("User-Agent"),
        asked.getHeader("Referer"),
        answered.nanos(),
        answered.id().get());
  }
}
