package org.snapfleet.traffic;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Supplier;

/**
 * What is known of a request the moment that it is answered.
 *
 * @param request for what else there is to know of it, on its own thread
 * @param cameAt when it came, by the clock that the fleet shares, in milliseconds since 1970
 * @param client the address of whoever asked, past our own proxies, in its usual spelling
 * @param size bytes of the body as they were sent
 * @param nanos how long it took
 * @param id what the log calls it
 */
public record Answered(
    HttpServletRequest request,
    long cameAt,
    String client,
    int status,
    long size,
    long nanos,
    Supplier<String> id) {}
