package org.snapfleet.cache;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.lettuce.core.SetArgs;
import io.lettuce.core.cluster.api.sync.RedisClusterCommands;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.snapfleet.redis.RedisLink;
import org.snapfleet.redis.RedisQuestion;
import org.snapfleet.redis.RedisScript;
import org.snapfleet.redis.RedisUnavailableException;

/**
 * In Redis. Its client sends again what was on the way when a connection broke, so a change may be
 * made twice: both are such that the second time brings back nothing that was replaced in between.
 */
final class RedisLists implements ListStore {
  static final String VERSION = "snapfleet:cache:version";

  /** The server's own time tells the second execution from the first. */
  private static final RedisScript ADD =
      new RedisScript(
          """
          if redis.call('EXISTS', KEYS[1]) == 1 then
            return 0
          end
          local now = redis.call('TIME')
          redis.call('SET', KEYS[1], ARGV[1] .. now[1] .. '.' .. now[2], 'PX', ARGV[2])
          return 1
          """);

  /** What was seen never comes back, so the second execution finds something else. */
  private static final RedisScript REPLACE =
      new RedisScript(
          """
          if redis.call('GET', KEYS[1]) == ARGV[1] then
            redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3])
            return 1
          end
          return 0
          """);

  private static final byte[] LIFE_OF_A_VERSION =
      Long.toString(Life.OF_A_VERSION.toMillis()).getBytes(US_ASCII);

  private final RedisLink link;

  RedisLists(RedisLink link) {
    this.link = link;
  }

  @Override
  public Asked<Optional<Version>> version() {
    RedisQuestion<byte[]> asked = link.begin(VERSION, redis -> redis.get(VERSION));
    return () ->
        Optional.ofNullable(answer(asked)).map(value -> new Version(new String(value, US_ASCII)));
  }

  @Override
  public Asked<Void> addVersion(Version fresh) {
    return () -> {
      byte[] value = fresh.text().getBytes(US_ASCII);
      ask(VERSION, redis -> ADD.run(redis, VERSION, value, LIFE_OF_A_VERSION));
      return null;
    };
  }

  /** Where another was faster, it replaced the version after it was read here: that will do. */
  @Override
  public Asked<Void> replaceVersion(Version fresh) {
    return () -> {
      byte[] seen = ask(VERSION, redis -> redis.get(VERSION));
      if (seen != null) {
        byte[] value = fresh.text().getBytes(US_ASCII);
        ask(VERSION, redis -> REPLACE.run(redis, VERSION, seen, value, LIFE_OF_A_VERSION));
      }
      return null;
    };
  }

  @Override
  public Asked<Optional<byte[]>> entry(String key) {
    RedisQuestion<byte[]> asked = link.begin(key, redis -> redis.get(key));
    return () -> Optional.ofNullable(answer(asked));
  }

  @Override
  public Asked<Void> put(String key, byte[] entry, Duration life) {
    RedisQuestion<String> asked =
        link.begin(key, redis -> redis.psetex(key, life.toMillis(), entry));
    return () -> {
      answer(asked);
      return null;
    };
  }

  @Override
  public Asked<Boolean> lease(String key, Duration life) {
    SetArgs onlyNew = SetArgs.Builder.nx().px(life.toMillis());
    RedisQuestion<String> asked = link.begin(key, redis -> redis.set(key, new byte[1], onlyNew));
    return () -> answer(asked) != null;
  }

  private <T> T ask(String key, Function<RedisClusterCommands<String, byte[]>, T> question)
      throws StoreFailedException {
    try {
      return link.ask(key, question);
    } catch (RedisUnavailableException e) {
      throw new StoreFailedException(e.getMessage());
    }
  }

  private static <T> T answer(RedisQuestion<T> asked) throws StoreFailedException {
    try {
      return asked.answer();
    } catch (RedisUnavailableException e) {
      throw new StoreFailedException(e.getMessage());
    }
  }
}
