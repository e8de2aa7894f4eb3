package org.snapfleet.web;

import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.snapfleet.fleet.Drain;
import org.snapfleet.fleet.LogForm;
import org.snapfleet.fleet.RequestInHand;
import org.snapfleet.fleet.RequestTally;
import org.snapfleet.fleet.TimeHistograms;
import org.snapfleet.latency.SimulatedLatency;

/**
 * What every request passes, in this order; before, it may be held back and comes again. One filter
 * for all: the container tells its listeners of each that begins and ends, which under load costs
 * more than the steps themselves.
 */
public class EveryRequest extends HttpFilter {
  private static final long serialVersionUID = 1;

  private final transient SimulatedLatency latency;
  private final transient RequestTally tally;
  private final transient TimeHistograms times;
  private final transient Recorder recorder;
  private final transient Drain drain;
  private final transient SecurityHeaders headers;
  private final transient Step all;
  private final transient Step resumed;

  @Inject
  EveryRequest(
      SimulatedLatency latency,
      RequestTally tally,
      TimeHistograms times,
      Recorder recorder,
      Drain drain,
      ResumedScope scope,
      StatusErrors errors,
      SecurityHeaders headers,
      FailureAnswer failures,
      OnceStarted started,
      OwnOrigin origin,
      BodyBounds bodies,
      PageHeaders pages) {
    this.latency = latency;
    this.tally = tally;
    this.times = times;
    this.recorder = recorder;
    this.drain = drain;
    this.headers = headers;
    this.all =
        errors.around(
            headers.around(failures.around(started.around(origin.around(bodies.around(pages))))));
    this.resumed = scope.around(all);
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (request.getDispatcherType() == DispatcherType.ERROR) {
      refuse(request, response, chain);
    } else if (!latency.holdsBack(request)) {
      answer(request, response, chain);
    }
  }

  /**
   * An error page of the container's making needs no more than the headers. The request may not
   * have come this far, as a malformed one does not.
   */
  private void refuse(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    long cameAt = latency.cameAt(request);
    boolean isNew = !recorder.knows(request);
    recorder.begin(request);
    try {
      headers.pass(request, response, chain);
    } finally {
      if (isNew) {
        recorder.end(request, response, cameAt);
      }
    }
  }

  private void count(HttpServletRequest request, HttpServletResponse response, long cameAt) {
    boolean isOfPeople = isOfPeople(request);
    if (isOfPeople) {
      recorder.end(request, response, cameAt);
    }
    long nanos = System.nanoTime() - cameAt;
    if (isOfPeople) {
      tally.add(nanos);
    }
    times.add(
        "snapfleet_requests",
        nanos,
        "route",
        Routes.of(request.getRequestURI()),
        "status",
        Integer.toString(response.getStatus()));
  }

  /** Those who watch the instance ask all the time, and would hide how long others wait. */
  private static boolean isOfPeople(HttpServletRequest request) {
    String path = request.getRequestURI();
    return !path.startsWith("/health") && !path.startsWith("/metrics");
  }

  private void answer(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    long cameAt = latency.cameAt(request);
    tally.begin();
    recorder.begin(request);
    if (LogForm.namesRequests()) {
      RequestInHand.take(
          new RequestInHand(() -> RequestId.of(request), () -> Routes.of(request.getRequestURI())));
    }
    try {
      if (drain.isUnderWay()) {
        response.setHeader("Connection", "close"); // the next one is for another instance
      }
      Step steps = request.getDispatcherType() == DispatcherType.ASYNC ? resumed : all;
      steps.pass(request, response, chain);
    } finally {
      count(request, response, cameAt);
      tally.end();
      if (LogForm.namesRequests()) {
        RequestInHand.take(null);
      }
    }
  }
}
