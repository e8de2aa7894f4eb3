package org.snapfleet.flink;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * How far each shard has been read: up to which time of arrival, in milliseconds since 1970,
 * nothing more is to come. All of the stream is as far as its hindmost shard.
 */
final class Arrivals {
  private static final long NOWHERE = Long.MIN_VALUE;

  private final Map<String, Long> upTo = new HashMap<>();
  private final Map<String, Long> ended = new HashMap<>();
  private long discoveries;

  /** A shard holds all back until the first of it is known. */
  synchronized void begun(String shard) {
    upTo.put(shard, NOWHERE);
  }

  synchronized void reached(String shard, long time) {
    upTo.merge(shard, time, Math::max);
  }

  /** It still holds all back until its children, which begin where it ends, have been found. */
  synchronized void ended(String shard) {
    ended.put(shard, discoveries);
  }

  /** A look for new shards begins: what the last but one has found is being read by now. */
  synchronized void discovering() {
    discoveries++;
    ended.entrySet().removeIf(e -> e.getValue() + 2 <= discoveries && forget(e.getKey()));
  }

  private boolean forget(String shard) {
    upTo.remove(shard);
    return true;
  }

  synchronized boolean isEmpty() {
    return upTo.isEmpty();
  }

  /** Nothing while a shard's first records are still to come. */
  synchronized OptionalLong ofAll() {
    OptionalLong hindmost = upTo.values().stream().mapToLong(Long::longValue).min();
    return hindmost.isPresent() && hindmost.getAsLong() == NOWHERE
        ? OptionalLong.empty()
        : hindmost;
  }
}
