package org.snapfleet.traffic;

import org.snapfleet.kinesis.StreamEntry;

/**
 * A record as it goes to the stream, and goes again: unchanged.
 *
 * @param cameAt when its request came, in milliseconds since 1970
 * @param takenAt when the buffer took it, as {@link System#nanoTime}
 */
record Parcel(String partitionKey, byte[] data, long cameAt, long takenAt) implements StreamEntry {

  /** As the stream counts them. */
  int size() {
    return partitionKey.length() + data.length;
  }
}
