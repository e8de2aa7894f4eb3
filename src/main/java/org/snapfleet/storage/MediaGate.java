package org.snapfleet.storage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.snapfleet.fleet.DatabaseClock;
import org.snapfleet.fleet.Settings;
import org.snapfleet.http.Problem;

/** Who gets which bytes from the site itself, and how long they may keep them. */
@ApplicationScoped
class MediaGate {
  private static final String FOREVER = "public, max-age=31536000, immutable";

  private final LinkKeys keys;
  private final DatabaseClock clock;
  private final Instance<Entrance> entrances;
  private final Distribution distribution;
  private final Duration lifetime;

  @Inject
  MediaGate(
      LinkKeys keys,
      DatabaseClock clock,
      Instance<Entrance> entrances,
      Distribution distribution,
      Settings settings) {
    this.keys = keys;
    this.clock = clock;
    this.entrances = entrances;
    this.distribution = distribution;
    this.lifetime = settings.links().lifetime();
  }

  /** For the client proxy. */
  protected MediaGate() {
    keys = null;
    clock = null;
    entrances = null;
    distribution = null;
    lifetime = null;
  }

  /**
   * Lets a request in.
   *
   * @return the {@code Cache-Control} for its answer: nobody keeps bytes longer than their link
   * @throws Problem 403 for a link that is wrong or has expired
   */
  String admit(ObjectKey key, HttpServletRequest request) {
    if (key.area().isPublic()) {
      return FOREVER;
    }
    Optional<Duration> left = timeLeft(key, request.getQueryString());
    if (left.isPresent()) {
      return "private, max-age=" + left.get().toSeconds();
    }
    if (distribution.isAsking(request)) {
      return "private, max-age=" + lifetime.toSeconds() / 2;
    }
    if (isInside(key.area(), request)) {
      return "private, no-cache";
    }
    throw new Problem(403, "link.refused");
  }

  private Optional<Duration> timeLeft(ObjectKey key, String query) {
    return LinkQuery.parse(query)
        .filter(link -> keys.seal().isGenuine(key, link.expires(), link.signature()))
        .map(link -> Duration.between(clock.instant(), Instant.ofEpochSecond(link.expires())))
        .filter(left -> !left.isNegative() && !left.isZero());
  }

  private boolean isInside(Area area, HttpServletRequest request) {
    return entrances.stream().anyMatch(entrance -> entrance.isOpen(area, request));
  }
}
