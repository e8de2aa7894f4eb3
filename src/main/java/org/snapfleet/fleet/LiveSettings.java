package org.snapfleet.fleet;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The settings that may change while the fleet lives: those of the database, and of this instance's
 * configuration where there are none. Read every 2 s; what cannot be read changes nothing.
 */
@ApplicationScoped
public class LiveSettings {
  /** The name under which the latency is kept. */
  private static final String LATENCY = "latency";

  private static final Logger LOG = Logger.getLogger(LiveSettings.class.getName());
  private static final Duration BETWEEN_READINGS = Duration.ofSeconds(2);

  private final LatencyRange configured;
  private final Instance instance;
  private final LiveRows rows;
  private final Set<String> refused = new HashSet<>();
  private volatile LatencyRange latency;

  @Inject
  LiveSettings(Settings settings, Instance instance, LiveRows rows) {
    this.configured = settings.latency();
    this.latency = configured;
    this.instance = instance;
    this.rows = rows;
  }

  /** For the client proxy. */
  protected LiveSettings() {
    this.configured = LatencyRange.NONE;
    this.instance = null;
    this.rows = null;
  }

  void start(@Observes @Priority(StartOrder.CONTENT) Startup event, Repeating repeating) {
    repeating.every(Duration.ZERO, BETWEEN_READINGS, "Reading the live settings", this::read);
  }

  /** For how long this instance holds answers back. */
  public LatencyRange latency() {
    return latency;
  }

  /**
   * Sets it for one instance, or for all; then nothing else holds for any of them.
   *
   * @param address of the instance; empty for all
   */
  public void changeLatency(Optional<String> address, LatencyRange next) {
    rows.write(address.orElse(LiveRows.ALL), LATENCY, next.toString());
    read();
  }

  private void read() {
    Map<String, String> found = rows.read(LATENCY, instance.address());
    String text = found.getOrDefault(instance.address(), found.get(LiveRows.ALL));
    if (text == null) {
      latency = configured;
      return;
    }
    LatencyRange.parse(text).ifPresentOrElse(next -> latency = next, () -> refuse(text));
  }

  private synchronized void refuse(String text) {
    if (refused.add(text)) {
      LOG.log(
          Level.WARNING,
          "The live setting latency={0} is ignored; accepted: {1}",
          new Object[] {text, LatencyRange.FORM});
    }
  }
}
