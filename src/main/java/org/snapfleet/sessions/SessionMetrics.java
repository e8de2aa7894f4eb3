package org.snapfleet.sessions;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.function.Supplier;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.annotation.Metric;

/** What {@code /metrics} tells of the store of sessions. */
@Dependent
class SessionMetrics {
  private final Counter calls;
  private final Counter failures;

  @Inject
  SessionMetrics(
      @Metric(
              name = "snapfleet_session_store_calls",
              absolute = true,
              description = "Calls to the store of sessions")
          Counter calls,
      @Metric(
              name = "snapfleet_session_store_failures",
              absolute = true,
              description = "Calls to the store of sessions that it did not answer")
          Counter failures) {
    this.calls = calls;
    this.failures = failures;
  }

  <T> T counted(Supplier<T> call) {
    calls.inc();
    try {
      return call.get();
    } catch (SessionsUnavailableException e) {
      failures.inc();
      throw e;
    }
  }
}
