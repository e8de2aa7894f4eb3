package org.snapfleet.cache;

import java.time.Duration;
import java.util.Optional;

/**
 * Where all instances keep the version and the entries. Each call begins at once and none waits:
 * the answers do.
 */
interface ListStore {

  /** The version; nothing where the store, or a part of it that should have one, has none. */
  Asked<Optional<Version>> version();

  /** Puts the version where there is none, and leaves what is there. */
  Asked<Void> addVersion(Version fresh);

  /**
   * Sees to it that the version of this moment, if there is one, is replaced by another that never
   * was before: by this one, or by another writer's.
   */
  Asked<Void> replaceVersion(Version fresh);

  /** What is kept under the key. */
  Asked<Optional<byte[]>> entry(String key);

  /** Keeps an entry, for about this long. */
  Asked<Void> put(String key, byte[] entry, Duration life);

  /** Whether this is the first to ask for the key for about this long. */
  Asked<Boolean> lease(String key, Duration life);
}
