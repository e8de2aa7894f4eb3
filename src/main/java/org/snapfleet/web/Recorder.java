package org.snapfleet.web;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.concurrent.TimeUnit;
import org.snapfleet.fleet.DatabaseClock;
import org.snapfleet.http.SiteAddress;
import org.snapfleet.traffic.Answered;
import org.snapfleet.traffic.Recording;

/** Records a request once it is answered, where traffic is recorded. */
@Dependent
class Recorder {
  private static final String KNOWN = Recorder.class.getName();

  private final Recording recording;
  private final SiteAddress address;
  private final DatabaseClock clock;
  private final SentBytes sent = new SentBytes();

  @Inject
  Recorder(Recording recording, SiteAddress address, DatabaseClock clock) {
    this.recording = recording;
    this.address = address;
    this.clock = clock;
  }

  /** Before the request is answered, on the thread that will. */
  void begin(HttpServletRequest request) {
    if (recording.isOn()) {
      sent.begin(request);
      request.setAttribute(KNOWN, KNOWN);
    }
  }

  /** Whether the request has begun already. */
  boolean knows(HttpServletRequest request) {
    return request.getAttribute(KNOWN) != null;
  }

  /**
   * After it, on the same thread: the answer is sent whole.
   *
   * @param cameAt by {@link System#nanoTime()}
   */
  void end(HttpServletRequest request, HttpServletResponse response, long cameAt) {
    if (!recording.isOn()) {
      return;
    }
    long size = sent.end(response);
    long nanos = System.nanoTime() - cameAt;
    recording.add(
        new Answered(
            request,
            clock.millis() - TimeUnit.NANOSECONDS.toMillis(nanos),
            address.clientAddress(request),
            response.getStatus(),
            size,
            nanos,
            () -> RequestId.of(request)));
  }
}
