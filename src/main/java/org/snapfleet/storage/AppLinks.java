package org.snapfleet.storage;

import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * The application serves the bytes itself: public ones to everyone, members' ones by their session,
 * a person's own by links that expire.
 */
final class AppLinks implements PhotoLinks {
  static final String PATH = "/media/";

  private final Supplier<LinkSeal> seal;
  private final Duration lifetime;
  private final Clock clock;

  AppLinks(Supplier<LinkSeal> seal, Duration lifetime, Clock clock) {
    this.seal = seal;
    this.lifetime = lifetime;
    this.clock = clock;
  }

  @Override
  public String link(Placed bytes) {
    ObjectKey key = bytes.key();
    Area area = key.area();
    return area.isPublic() || area.isForMembers() ? PATH + key : signed(key);
  }

  private String signed(ObjectKey key) {
    long expires = TimeBucket.at(clock.instant(), lifetime).expires();
    return PATH + key + LinkQuery.of(key, expires, seal.get());
  }
}
