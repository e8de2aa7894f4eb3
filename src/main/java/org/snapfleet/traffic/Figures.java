package org.snapfleet.traffic;

/**
 * What was counted of some requests, and can be added up.
 *
 * @param clientErrors answered with a 4xx
 * @param serverErrors answered with a 5xx
 * @param bytes of the bodies sent
 * @param totalMillis how long all of them took together
 */
record Figures(
    long requests,
    long clientErrors,
    long serverErrors,
    long bytes,
    long totalMillis,
    TimeCounts times) {
  static final Figures NONE = new Figures(0, 0, 0, 0, 0, TimeCounts.NONE);

  Figures plus(Figures other) {
    return new Figures(
        requests + other.requests,
        clientErrors + other.clientErrors,
        serverErrors + other.serverErrors,
        bytes + other.bytes,
        totalMillis + other.totalMillis,
        times.plus(other.times));
  }

  /** In milliseconds, to a tenth. */
  double average() {
    return requests == 0 ? 0 : tenth((double) totalMillis / requests);
  }

  /** In milliseconds, to a tenth. */
  double percentile(int percent) {
    return tenth(times.percentile(percent / 100.0));
  }

  private static double tenth(double millis) {
    return Math.round(millis * 10) / 10.0;
  }
}
