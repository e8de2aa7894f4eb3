package org.snapfleet.sessions;

import java.time.Clock;
import java.time.Duration;
import org.snapfleet.fleet.RedisAddress;
import org.snapfleet.redis.RedisLink;
import org.snapfleet.site.Await;

/** Stores on the servers of tests. */
final class RedisStores {
  private RedisStores() {}

  /** A store that has just begun to connect. */
  static RedisSessionStore begun(String url) {
    return new RedisSessionStore(new RedisLink(RedisAddress.of(url)), Clock.systemUTC());
  }

  static RedisSessionStore connected(String url) {
    return connected(url, Clock.systemUTC());
  }

  static RedisSessionStore connected(String url, Clock clock) {
    return connected(new RedisLink(RedisAddress.of(url)), clock);
  }

  /** One that waits for a busy machine as well. */
  static RedisSessionStore patient(String url) {
    return patient(url, Duration.ofSeconds(20));
  }

  static RedisSessionStore patient(String url, Duration patience) {
    return connected(new RedisLink(RedisAddress.of(url), patience), Clock.systemUTC());
  }

  private static RedisSessionStore connected(RedisLink link, Clock clock) {
    RedisSessionStore store = new RedisSessionStore(link, clock);
    Await.until("the store answers", Duration.ofSeconds(10), () -> answers(store));
    return store;
  }

  static boolean answers(SessionStore store) {
    return store.find(SessionId.random().key()).isEmpty();
  }
}
