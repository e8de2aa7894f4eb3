package org.snapfleet.storage;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.MetricUnits;
import org.eclipse.microprofile.metrics.Tag;

/** What {@code /metrics} tells of the stores: how long they take, and how often they fail. */
@Dependent
class StorageMetrics {
  private static final Metadata TOOK =
      Metadata.builder()
          .withName("snapfleet_storage")
          .withDescription("Calls to the store of photos' bytes; of a find, without the bytes")
          .withUnit(MetricUnits.NANOSECONDS)
          .build();

  private static final Metadata FAILED =
      Metadata.builder()
          .withName("snapfleet_storage_failures")
          .withDescription("Calls to the store of photos' bytes that failed")
          .build();

  private final MetricRegistry registry;

  @Inject
  StorageMetrics(MetricRegistry registry) {
    this.registry = registry;
  }

  /** A call to a store. */
  @FunctionalInterface
  interface Call<T> {
    T carryOut() throws IOException;
  }

  <T> T timed(String store, String operation, Call<T> call) throws IOException {
    Tag[] tags = {new Tag("store", store), new Tag("operation", operation)};
    long begin = System.nanoTime();
    try {
      T result = call.carryOut();
      registry.timer(TOOK, tags).update(Duration.ofNanos(System.nanoTime() - begin));
      return result;
    } catch (IOException | RuntimeException e) {
      registry.counter(FAILED, tags).inc();
      throw e;
    }
  }
}
