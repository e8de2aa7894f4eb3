package org.snapfleet.cache;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A list and how to come by it.
 *
 * @param name tells it from other lists: of letters, digits and hyphens
 * @param database reads it, in a transaction that begins no sooner than it is called
 * @param write to bytes of a versioned format
 * @param read nothing, where the bytes are not of the format that this version knows
 */
public record CachedList<T>(
    String name,
    Supplier<T> database,
    Function<T, byte[]> write,
    Function<byte[], Optional<T>> read) {}
