package org.snapfleet.storage;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.annotation.Metric;
import org.snapfleet.fleet.TimeHistograms;

/** What {@code /metrics} tells of the stores: how long they take, and how often they fail. */
@Dependent
class StorageMetrics {
  private final TimeHistograms times;
  private final Counter failures;

  @Inject
  StorageMetrics(
      TimeHistograms times,
      @Metric(
              name = "snapfleet_storage_failures",
              absolute = true,
              description = "Calls to the stores of photos' bytes that failed")
          Counter failures) {
    this.times = times;
    this.failures = failures;
  }

  /** A call to a store. */
  @FunctionalInterface
  interface Call<T> {
    T carryOut() throws IOException;
  }

  /** Carries it out; of a find, the bytes come later and do not count. */
  <T> T timed(String store, String operation, Call<T> call) throws IOException {
    long begin = System.nanoTime();
    try {
      T result = call.carryOut();
      times.add(
          "snapfleet_storage", System.nanoTime() - begin, "store", store, "operation", operation);
      return result;
    } catch (IOException | RuntimeException e) {
      failures.inc();
      throw e;
    }
  }
}
