package org.snapfleet.fleet;

import java.time.Instant;

/**
 * One instance of the fleet, as it told of itself last.
 *
 * @param requests in the minute before
 * @param averageMillis how long each of them took
 * @param latency for how long it held answers back then, as settings write it
 */
public record Member(
    String address,
    String version,
    Instant upSince,
    Instant beatAt,
    boolean draining,
    long requests,
    long averageMillis,
    String latency) {}
