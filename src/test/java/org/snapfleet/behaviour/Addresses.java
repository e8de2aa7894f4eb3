package org.snapfleet.behaviour;

import java.util.concurrent.atomic.AtomicInteger;

/** Addresses in blocks that nobody else in this run comes from (RFC 5737, RFC 2544). */
final class Addresses {
  private static final AtomicInteger COUNT = new AtomicInteger();

  private Addresses() {}

  static String fresh() {
    int n = COUNT.incrementAndGet();
    return "198.%d.%d.7".formatted(18 + n / 250, n % 250);
  }
}
