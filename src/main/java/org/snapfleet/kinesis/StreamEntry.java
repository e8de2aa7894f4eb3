package org.snapfleet.kinesis;

/** What a stream is given. */
public interface StreamEntry {
  /** By its hash the stream chooses the shard; 1 to 256 characters. */
  String partitionKey();

  /** With the key no more than 1 MiB; not to be changed afterwards. */
  byte[] data();
}
