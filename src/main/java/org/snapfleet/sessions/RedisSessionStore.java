package org.snapfleet.sessions;

import io.lettuce.core.SetArgs;
import io.lettuce.core.cluster.api.sync.RedisClusterCommands;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.snapfleet.redis.RedisLink;
import org.snapfleet.redis.RedisScript;
import org.snapfleet.redis.RedisUnavailableException;

/** Keeps sessions in Redis, which forgets each by itself when it dies. */
final class RedisSessionStore implements SessionStore, AutoCloseable {
  private static final int READS = 3;

  private static final RedisScript REPLACE =
      new RedisScript(
          """
          local entry = redis.call('GET', KEYS[1])
          if entry and string.sub(entry, 1, 8) == ARGV[1] then
            redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3])
            return 1
          end
          return 0
          """);

  private final RedisLink link;
  private final Clock clock;

  RedisSessionStore(RedisLink link, Clock clock) {
    this.link = link;
    this.clock = clock;
  }

  @Override
  public void create(SessionKey key, SessionRecord session) {
    String name = name(key);
    byte[] entry = SessionEntry.write(session);
    SetArgs onlyNew = SetArgs.Builder.nx().px(millisLeft(session));
    if (ask(name, redis -> redis.set(name, entry, onlyNew)) == null) {
      throw new SessionsUnavailableException("a new session's key is taken", null);
    }
  }

  @Override
  public Optional<StoredSession> find(SessionKey key) {
    String name = name(key);
    return Optional.ofNullable(read(name)).flatMap(SessionEntry::read);
  }

  @Override
  public boolean replace(SessionKey key, StoredSession seen, SessionRecord next) {
    String name = name(key);
    byte[] millis = Long.toString(millisLeft(next)).getBytes(StandardCharsets.US_ASCII);
    return ask(
        name,
        redis ->
            REPLACE.run(
                redis, name, SessionEntry.revision(seen), SessionEntry.write(next), millis));
  }

  /** Asks again where there was no answer: one late answer is no outage. */
  private byte[] read(String name) {
    for (int more = 1; more < READS; more++) {
      try {
        return ask(name, redis -> redis.get(name));
      } catch (SessionsUnavailableException e) {
        // the last time is not caught; where it is known to be away, none of them waits
      }
    }
    return ask(name, redis -> redis.get(name));
  }

  private <T> T ask(String name, Function<RedisClusterCommands<String, byte[]>, T> question) {
    try {
      return link.ask(name, question);
    } catch (RedisUnavailableException e) {
      throw new SessionsUnavailableException(e.getMessage(), e);
    }
  }

  private static String name(SessionKey key) {
    return "snapfleet:session:" + key.hex();
  }

  /** A span, not a moment: the server's clock need not agree with ours. */
  private long millisLeft(SessionRecord session) {
    return Math.max(1, Duration.between(clock.instant(), session.diesAt()).toMillis());
  }

  @Override
  public void close() {
    link.close();
  }
}
