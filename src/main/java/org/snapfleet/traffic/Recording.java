package org.snapfleet.traffic;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.LongAdder;
import org.snapfleet.fleet.Settings;
import org.snapfleet.fleet.TrafficSettings;

/** Takes the records of requests, if they are asked for. */
@Singleton
public class Recording {
  private final TrafficSink sink;
  private final boolean isOn;
  private final LongAdder total = new LongAdder();

  @Inject
  Recording(Settings settings, TrafficSink sink) {
    this.sink = sink;
    this.isOn = settings.traffic().way() != TrafficSettings.Way.OFF;
  }

  /** Whether requests are recorded at all. */
  public boolean isOn() {
    return isOn;
  }

  /** Takes one; it neither waits nor fails. */
  public void add(Answered answered) {
    total.increment();
    sink.take(answered);
  }

  long total() {
    return total.sum();
  }

  long held() {
    return sink.held();
  }
}
