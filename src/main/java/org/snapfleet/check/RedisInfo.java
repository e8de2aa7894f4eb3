package org.snapfleet.check;

import java.util.ArrayList;
import java.util.List;

/**
 * What a server of Redis tells of itself.
 *
 * @param text its answer to INFO
 */
record RedisInfo(String text) {

  private String value(String name) {
    return text.lines()
        .filter(line -> line.startsWith(name + ":"))
        .map(line -> line.substring(name.length() + 1).strip())
        .findFirst()
        .orElse("");
  }

  /** Valkey calls itself Redis 7.2.4 as well, for old clients. */
  String version() {
    String valkey = value("valkey_version");
    return valkey.isEmpty() ? "Redis " + value("redis_version") : "Valkey " + valkey;
  }

  boolean isReplica() {
    return value("role").equals("slave");
  }

  List<Note> notes() {
    List<Note> notes = new ArrayList<>();
    if (isReplica()) {
      notes.add(
          Note.failure(
              "it is a replica of %s:%s: nothing can be stored"
                  .formatted(value("master_host"), value("master_port")),
              "Let snapfleet.redis.url name the master (on ElastiCache, the primary endpoint)."));
    }
    String policy = value("maxmemory_policy");
    if (!policy.isEmpty() && !policy.equals("noeviction")) {
      notes.add(
          Note.warning(
              "its maxmemory-policy is %s: when its memory is full, it throws sessions out and people are signed out"
                  .formatted(policy),
              "Set maxmemory-policy to noeviction, and give it memory enough."));
    }
    String evicted = value("evicted_keys");
    if (!evicted.isEmpty() && !evicted.equals("0")) {
      notes.add(
          Note.warning(
              "it has thrown out %s keys for want of memory".formatted(evicted),
              "Give it more memory, or the sessions a Redis of their own."));
    }
    return notes;
  }
}
