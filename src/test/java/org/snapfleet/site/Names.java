package org.snapfleet.site;

import java.util.concurrent.atomic.AtomicInteger;

/** Names nobody else in this run has: tests share a site without meeting. */
public final class Names {
  private static final AtomicInteger COUNT = new AtomicInteger();

  private Names() {}

  public static String fresh(String what) {
    return what + "-" + COUNT.incrementAndGet();
  }
}
