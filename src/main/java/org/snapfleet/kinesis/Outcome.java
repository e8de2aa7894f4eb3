package org.snapfleet.kinesis;

/** What became of one entry of a call. */
public enum Outcome {
  /** The stream has it. */
  TAKEN,
  /** Its shard has more than it can take. */
  THROTTLED,
  /** Its shard failed. */
  FAILED
}
