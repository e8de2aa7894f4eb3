package org.snapfleet.memcached;

/**
 * A node that keeps a key.
 *
 * @param former whether it only kept the key before the list of nodes changed
 */
public record Place(MemcachedNode node, boolean former) {}
