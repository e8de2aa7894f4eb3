package org.snapfleet.storage;

/**
 * Bytes of a photo, as its row says where they are.
 *
 * @param store the name of the store that holds them
 */
public record Placed(String store, ObjectKey key) {}
