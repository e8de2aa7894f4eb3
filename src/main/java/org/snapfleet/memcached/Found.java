package org.snapfleet.memcached;

/**
 * What a node holds under a key.
 *
 * @param mark the node's own mark for this state, for compare-and-set
 */
public record Found(byte[] value, long mark) {}
