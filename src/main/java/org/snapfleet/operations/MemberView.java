package org.snapfleet.operations;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.snapfleet.fleet.Member;

/**
 * One instance, as the API and the page show it.
 *
 * @param upSince to the second
 * @param state {@code ready}, {@code draining} or {@code gone}
 * @param requests in the minute before it told of itself last
 * @param averageMillis how long each of them took
 */
public record MemberView(
    String address,
    String version,
    Instant upSince,
    String state,
    long requests,
    long averageMillis,
    String latency) {

  static MemberView of(Member member, boolean isGone) {
    return new MemberView(
        member.address(),
        member.version(),
        member.upSince().truncatedTo(ChronoUnit.SECONDS),
        isGone ? "gone" : member.draining() ? "draining" : "ready",
        member.requests(),
        member.averageMillis(),
        member.latency());
  }
}
