package org.snapfleet.cache;

import java.time.Duration;
import java.util.Optional;

/**
 * Where all instances keep the version and the entries. No call waits, only the answers do; what is
 * asked under way to every page, {@link #version()}, is sent at once.
 */
interface ListStore {

  /** The version; nothing where the store, or a part of it that should have one, has none. */
  Asked<Optional<Version>> version();

  /** Puts the version where there is none, and leaves what is there. */
  Asked<Void> addVersion(Version fresh);

  /**
   * Sees to it that the version of this moment, if there is one, is replaced by one that never was
   * before: by this, or by another writer's. It never comes back, not by a command that the store
   * gets late or twice.
   */
  Asked<Void> replaceVersion(Version fresh);

  /** What is kept under the key. */
  Asked<Optional<byte[]>> entry(String key);

  /** Keeps an entry, for about this long. */
  Asked<Void> put(String key, byte[] entry, Duration life);

  /** Whether this is the first to ask for the key for about this long. */
  Asked<Boolean> lease(String key, Duration life);

  /** Closes what is this store's alone. */
  default void close() {}
}
