package org.snapfleet.bench;

import java.net.URI;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * What a session costs: the front page's throughput for someone signed in, as a part of that for
 * nobody, on the same instance. Both are measured in turns, so that a noisy machine disturbs both.
 */
record SessionCost(double ratio, double leastRatio, double mostRatio) {
  private static final int WARM_UP_SECONDS = 15;
  private static final int SECONDS = 4;

  static SessionCost measure(URI instance, int rounds) {
    Member member = Member.signIn(instance, "coster");
    URI page = instance.resolve("/");
    Wrk.rate(page, "", WARM_UP_SECONDS);
    Wrk.rate(page, member.cookie(), WARM_UP_SECONDS);
    double[] ratios =
        IntStream.range(0, rounds)
            .mapToDouble(
                round -> {
                  double nobody = Wrk.rate(page, "", SECONDS);
                  return Wrk.rate(page, member.cookie(), SECONDS) / nobody;
                })
            .sorted()
            .toArray();
    return new SessionCost(
        ratios[rounds / 2],
        DoubleStream.of(ratios).min().orElseThrow(),
        DoubleStream.of(ratios).max().orElseThrow());
  }
}
