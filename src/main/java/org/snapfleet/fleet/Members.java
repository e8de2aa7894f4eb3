package org.snapfleet.fleet;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The instances of the fleet. This one beats every 2 s, so that the others know that it lives. */
@ApplicationScoped
public class Members {
  private static final Duration BETWEEN_BEATS = Duration.ofSeconds(2);
  private static final Duration BETWEEN_SWEEPS = Duration.ofMinutes(5);

  /** Several beats: one that is slow is not gone. */
  private static final Duration TO_BE_GONE = Duration.ofSeconds(10);

  private static final Duration REMEMBERED = Duration.ofHours(1);

  private final Instance instance;
  private final LiveSettings live;
  private final RequestTally tally;
  private final MemberRows rows;
  private final DatabaseClock clock;
  private final Drain drain;
  private Instant upSince;

  @Inject
  Members(
      Instance instance,
      LiveSettings live,
      RequestTally tally,
      MemberRows rows,
      DatabaseClock clock,
      Drain drain) {
    this.instance = instance;
    this.live = live;
    this.tally = tally;
    this.rows = rows;
    this.clock = clock;
    this.drain = drain;
  }

  /** For the client proxy. */
  protected Members() {
    this(null, null, null, null, null, null);
  }

  void start(@Observes @Priority(StartOrder.CONTENT) SiteStart event, Repeating repeating) {
    upSince = clock.instant();
    repeating.every(Duration.ZERO, BETWEEN_BEATS, "Telling the fleet that this lives", this::beat);
    repeating.every(BETWEEN_SWEEPS, "Forgetting instances that are gone", this::sweep);
  }

  /** All that were there in the last hour, the oldest first. */
  public List<Member> all() {
    return rows.all();
  }

  /** Whether it has not been heard of for a while. */
  public boolean isGone(Member member) {
    return member.beatAt().isBefore(clock.instant().minus(TO_BE_GONE));
  }

  private void beat() {
    RequestTally.Minute minute = tally.lastMinute();
    rows.write(
        new Member(
            instance.address(),
            instance.version(),
            upSince,
            clock.instant(),
            drain.isUnderWay(),
            minute.requests(),
            minute.averageMillis(),
            live.latency().toString()));
  }

  private void sweep() {
    rows.forgetBefore(clock.instant().minus(REMEMBERED));
  }
}
