package org.snapfleet.check;

import io.lettuce.core.RedisException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.snapfleet.fleet.RedisSettings;
import org.snapfleet.redis.RedisLook;

/**
 * Sessions or the cache in Redis: one server or a cluster, each master of which is asked.
 *
 * @param name of what is kept there
 */
record RedisCheck(String name, RedisSettings settings) implements Check {
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final Duration LIFE = Duration.ofMinutes(1);
  private static final int TRIES_FOR_EACH_MASTER = 100;

  @Override
  public String where() {
    return settings.toString();
  }

  @Override
  public List<Finding> look() {
    try (RedisLook redis = new RedisLook(settings, PATIENCE)) {
      redis.commands().ping();
      return redis.isCluster() ? cluster(redis) : List.of(server(redis));
    } catch (RedisException e) {
      return List.of(Finding.of(name(), where(), "", RedisCauses.of(e)));
    }
  }

  private Finding server(RedisLook redis) {
    RedisInfo info = new RedisInfo(redis.info(redis.masters().get(0)));
    List<Note> notes = new ArrayList<>(info.notes());
    if (!info.isReplica()) {
      notes.addAll(setGetDelete(redis, key()));
    }
    return new Finding(name(), where(), info.version() + ", a single server", notes);
  }

  private List<Finding> cluster(RedisLook redis) {
    List<Finding> findings = new ArrayList<>();
    Map<String, String> keys = keys(redis);
    for (String master : redis.masters()) {
      findings.add(master(redis, master, keys.getOrDefault(master, key())));
    }
    List<Note> notes = new ArrayList<>();
    String state = redis.commands().clusterInfo();
    if (!state.contains("cluster_state:ok")) {
      notes.add(
          Note.failure(
              "the cluster is not whole: some keys have no server",
              "redis-cli --cluster check says which; start the missing masters or their replicas."));
    }
    findings.add(
        0,
        new Finding(name(), where(), "a cluster of %d masters".formatted(findings.size()), notes));
    return findings;
  }

  private static Finding master(RedisLook redis, String master, String key) {
    try {
      RedisInfo info = new RedisInfo(redis.info(master));
      List<Note> notes = new ArrayList<>(info.notes());
      notes.addAll(setGetDelete(redis, key));
      return new Finding("  master", master, info.version(), notes);
    } catch (RedisException e) {
      return Finding.of("  master", master, "", RedisCauses.of(e));
    }
  }

  /** A key for each master, found by trying. */
  private static Map<String, String> keys(RedisLook redis) {
    Map<String, String> keys = new HashMap<>();
    int masters = redis.masters().size();
    for (int i = 0; i < TRIES_FOR_EACH_MASTER * masters && keys.size() < masters; i++) {
      String key = key();
      keys.putIfAbsent(redis.nodeOf(key), key);
    }
    return keys;
  }

  private static String key() {
    return "snapfleet:check:" + UUID.randomUUID();
  }

  private static List<Note> setGetDelete(RedisLook redis, String key) {
    try {
      redis.commands().setex(key, LIFE.toSeconds(), "check".getBytes(StandardCharsets.US_ASCII));
      boolean found = redis.commands().get(key) != null;
      return found && redis.commands().del(key) == 1
          ? List.of()
          : List.of(Note.failure("what was stored could not be read and deleted again", ""));
    } catch (RedisException e) {
      return List.of(RedisCauses.of(e));
    }
  }
}
