package org.snapfleet.fleet;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * For how long answers are held back: each for some time between the two, all as likely. Written as
 * {@code 0ms}, as another duration, or as a range {@code 200ms..3s}.
 */
public record LatencyRange(Duration least, Duration most) {
  public static final LatencyRange NONE = new LatencyRange(Duration.ZERO, Duration.ZERO);

  /** What is accepted, in words. */
  static final String FORM = "0ms, a duration as 500ms or 2s, or a range as 200ms..3s, up to 1m";

  /** As long as balancers wait for an answer. */
  private static final Duration LONGEST = Duration.ofMinutes(1);

  /** Nothing where it is no such text, or too long. */
  public static Optional<LatencyRange> parse(String text) {
    String[] ends = text.strip().split("\\.\\.", -1);
    if (ends.length > 2) {
      return Optional.empty();
    }
    Optional<Duration> least = DurationText.parse(ends[0].strip());
    Optional<Duration> most = DurationText.parse(ends[ends.length - 1].strip());
    return least
        .flatMap(from -> most.map(to -> new LatencyRange(from, to)))
        .filter(r -> r.least.compareTo(r.most) <= 0 && r.most.compareTo(LONGEST) <= 0);
  }

  public boolean isNone() {
    return most.isZero();
  }

  /** A time of the range. */
  public Duration draw(RandomGenerator random) {
    return Duration.ofNanos(random.nextLong(least.toNanos(), most.toNanos() + 1));
  }

  /** As it is written. */
  @Override
  public String toString() {
    return isNone()
        ? "0ms"
        : least.equals(most)
            ? DurationText.of(most)
            : DurationText.of(least) + ".." + DurationText.of(most);
  }
}
