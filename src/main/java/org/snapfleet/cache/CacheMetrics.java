package org.snapfleet.cache;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.annotation.Metric;

/** What {@code /metrics} tells of the cache. */
@Dependent
class CacheMetrics {
  private final Counts counts;

  @Inject
  CacheMetrics(
      @Metric(
              name = "snapfleet_cache_hits",
              absolute = true,
              description = "Lists that came from the cache")
          Counter hits,
      @Metric(
              name = "snapfleet_cache_misses",
              absolute = true,
              description = "Lists that came from the database, one query for many readers")
          Counter misses,
      @Metric(
              name = "snapfleet_cache_flights",
              absolute = true,
              description = "Queries of the database for a list")
          Counter flights,
      @Metric(
              name = "snapfleet_cache_stale_prevented",
              absolute = true,
              description =
                  "Lists that were thrown away: too old to be sure that no change is missing")
          Counter stalePrevented,
      @Metric(
              name = "snapfleet_cache_errors",
              absolute = true,
              description = "Questions that the cache did not answer")
          Counter errors) {
    counts = new Counts(hits::inc, misses::inc, flights::inc, stalePrevented::inc, errors::inc);
  }

  Counts counts() {
    return counts;
  }
}
