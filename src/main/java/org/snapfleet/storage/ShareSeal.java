package org.snapfleet.storage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.snapfleet.fleet.DatabaseClock;
import org.snapfleet.fleet.Settings;

/**
 * Signs what opens a photo's page, by the secrets of the site's own links. A photo whose bytes have
 * moved to new keys is opened by no earlier link.
 */
@ApplicationScoped
public class ShareSeal {
  /** So that a link to bytes is never one to a page, nor the other way. */
  private static final String LABEL = "snapfleet share link, version 1";

  private final LinkKeys keys;
  private final Clock clock;
  private final Settings settings;

  @Inject
  ShareSeal(LinkKeys keys, DatabaseClock clock, Settings settings) {
    this.keys = keys;
    this.clock = clock;
    this.settings = settings;
  }

  /** For the client proxy. */
  protected ShareSeal() {
    this(null, null, null);
  }

  /**
   * What opens a page.
   *
   * @param query without a question mark
   */
  public record Opening(String query, Instant expiresAt) {}

  /** Opens the page for as long as links live. */
  public Opening open(String photo, KeyStem stem) {
    Instant expires =
        clock.instant().plus(settings.links().lifetime()).truncatedTo(ChronoUnit.SECONDS);
    long seconds = expires.getEpochSecond();
    String signature = keys.seal().sign(opened(photo, stem), seconds);
    return new Opening("expires=%d&signature=%s".formatted(seconds, signature), expires);
  }

  /**
   * Reads the opening that someone brings; nothing where it is not genuine, or not any more.
   *
   * @param query without a question mark
   */
  public Optional<Opening> check(String query, String photo, KeyStem stem) {
    return LinkQuery.parse(query)
        .filter(
            link -> keys.seal().isGenuine(opened(photo, stem), link.expires(), link.signature()))
        .map(link -> new Opening(query, Instant.ofEpochSecond(link.expires())))
        .filter(opening -> clock.instant().isBefore(opening.expiresAt()));
  }

  private static String opened(String photo, KeyStem stem) {
    return "%s\n%s\n%s".formatted(LABEL, photo, stem.text());
  }
}
