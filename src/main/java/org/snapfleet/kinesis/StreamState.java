package org.snapfleet.kinesis;

/**
 * How a stream is.
 *
 * @param status {@code ACTIVE}, {@code UPDATING}, {@code CREATING} or {@code DELETING}
 * @param openShards how many take entries
 */
public record StreamState(String status, int openShards) {

  /** Whether it can be written to: also while it is given more shards. */
  public boolean isOpen() {
    return status.equals("ACTIVE") || status.equals("UPDATING");
  }
}
