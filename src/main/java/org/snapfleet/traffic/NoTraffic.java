package org.snapfleet.traffic;

import java.time.Duration;

/** Records nothing. */
final class NoTraffic implements TrafficSink {
  @Override
  public void take(Answered answered) {}

  @Override
  public long held() {
    return 0;
  }

  @Override
  public void flush(Duration patience) {}
}
