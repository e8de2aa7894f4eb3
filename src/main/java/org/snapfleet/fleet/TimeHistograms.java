package org.snapfleet.fleet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/**
 * Histograms of times in {@code /metrics}, shown as gauges by a histogram's names. A timer of the
 * server's keeps samples of its own, which took a tenth of a cached page's time, and may fail where
 * two are made at once.
 */
@ApplicationScoped
public class TimeHistograms {
  private final Map<Kind, TimeBuckets> known = new ConcurrentHashMap<>();
  private final MetricRegistry registry;

  @Inject
  TimeHistograms(MetricRegistry registry) {
    this.registry = registry;
  }

  /** For the client proxy. */
  protected TimeHistograms() {
    this(null);
  }

  /** What a histogram is of; labels are names and values in turn. */
  private record Kind(String name, List<String> labels) {
    Tag[] tags() {
      Tag[] tags = new Tag[labels.size() / 2];
      Arrays.setAll(tags, i -> new Tag(labels.get(2 * i), labels.get(2 * i + 1)));
      return tags;
    }
  }

  /**
   * Counts a time.
   *
   * @param name without unit: {@code _seconds_bucket} and the like are added
   * @param labels names and values in turn
   */
  public void add(String name, long nanos, String... labels) {
    Kind kind = new Kind(name, List.of(labels));
    TimeBuckets buckets = known.get(kind);
    (buckets != null ? buckets : made(kind)).add(nanos);
  }

  private synchronized TimeBuckets made(Kind kind) {
    return known.computeIfAbsent(kind, this::shown);
  }

  private TimeBuckets shown(Kind kind) {
    TimeBuckets buckets = new TimeBuckets();
    Tag[] tags = kind.tags();
    for (int i = 0; i < TimeBuckets.size(); i++) {
      int bucket = i;
      Tag[] bound = Arrays.copyOf(tags, tags.length + 1);
      bound[tags.length] = new Tag("le", TimeBuckets.bound(bucket));
      gauge(kind.name() + "_seconds_bucket", () -> buckets.upTo(bucket), bound);
    }
    gauge(kind.name() + "_seconds_count", buckets::count, tags);
    gauge(kind.name() + "_seconds_sum", buckets::seconds, tags);
    return buckets;
  }

  private <N extends Number> void gauge(String name, Supplier<N> value, Tag... tags) {
    registry.gauge(Metadata.builder().withName(name).build(), value, tags);
  }
}
