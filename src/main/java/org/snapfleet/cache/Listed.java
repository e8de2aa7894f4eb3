package org.snapfleet.cache;

/**
 * A list as it was read. While it stays the same in the cache, so does the value's identity.
 *
 * @param cached whether it came from the cache, not from the database
 */
public record Listed<T>(T value, boolean cached) {}
