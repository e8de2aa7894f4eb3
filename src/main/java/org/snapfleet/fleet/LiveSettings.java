package org.snapfleet.fleet;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * What the live settings are for this instance: those of the database, and its own configuration
 * where there are none. Read every 2 s; what cannot be read changes nothing.
 */
@ApplicationScoped
public class LiveSettings {
  private static final Logger LOG = Logger.getLogger(LiveSettings.class.getName());
  private static final Duration BETWEEN_READINGS = Duration.ofSeconds(2);
  private static final int TRIES = 5;

  private final Settings settings;
  private final Instance instance;
  private final LiveRows rows;
  private final Set<String> refused = new HashSet<>();
  private volatile Live live;

  @Inject
  LiveSettings(Settings settings, Instance instance, LiveRows rows) {
    this.settings = settings;
    this.instance = instance;
    this.rows = rows;
    this.live = new Live(settings.latency(), settings.latest(), settings.edgeSeconds());
  }

  /** For the client proxy. */
  protected LiveSettings() {
    this.settings = null;
    this.instance = null;
    this.rows = null;
  }

  private record Live(LatencyRange latency, int latest, int edgeSeconds) {}

  void start(@Observes @Priority(StartOrder.CONTENT) SiteStart event, Repeating repeating) {
    repeating.every(Duration.ZERO, BETWEEN_READINGS, "Reading the live settings", this::read);
  }

  /** For how long this instance holds answers back. */
  public LatencyRange latency() {
    return live.latency;
  }

  /** Photos a page. */
  public int latest() {
    return live.latest;
  }

  /** How long an edge cache may hold a page that is the same for everyone. */
  public Duration edge() {
    return Duration.ofSeconds(live.edgeSeconds);
  }

  /**
   * Sets them for one instance, or for all; then nothing else holds for any of them.
   *
   * @param address of the instance; empty for all
   * @param changes accepted ones
   */
  public void change(Optional<String> address, Map<LiveSetting<?>, Object> changes) {
    String whose = address.orElse(LiveRows.EVERYONES);
    int tries = 1;
    while (!isWritten(whose, changes, tries)) {
      tries++;
    }
    read();
  }

  /** False where somebody else's change crossed this one: it is worth another try. */
  private boolean isWritten(String whose, Map<LiveSetting<?>, Object> changes, int tries) {
    try {
      rows.write(whose, changes);
      return true;
    } catch (PersistenceException e) {
      if (!LiveRows.isCrossed(e) || tries == TRIES) {
        throw e;
      }
      return false;
    }
  }

  private synchronized void read() {
    Map<String, String> found = rows.of(instance.address());
    live =
        new Live(
            value(LiveSetting.LATENCY, found, live.latency),
            value(LiveSetting.LATEST, found, live.latest),
            value(LiveSetting.EDGE_SECONDS, found, live.edgeSeconds));
  }

  private <T> T value(LiveSetting<T> setting, Map<String, String> found, T last) {
    String text = found.get(setting.name());
    if (text == null) {
      return setting.configured(settings);
    }
    Optional<T> next = setting.parse(text);
    if (next.isEmpty() && refused.add(setting.name() + "=" + text)) {
      LOG.log(
          Level.WARNING,
          "The live setting {0}={1} is ignored; accepted: {2}",
          new Object[] {setting, text, setting.form()});
    }
    return next.orElse(last);
  }
}
