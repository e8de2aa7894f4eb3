package org.snapfleet.kinesis;

import java.time.Duration;
import java.util.List;

/** A stream that can be written to. */
public interface RecordStream extends AutoCloseable {
  /** Of a call: entries (Kinesis API Reference, PutRecords). */
  int MOST_ENTRIES = 500;

  /**
   * Of a call: bytes, with the entries' keys. AWS takes 10 MiB since 2025, and 5 MiB everywhere and
   * always.
   */
  int MOST_BYTES = 5 * 1024 * 1024;

  /**
   * Writes all that it can.
   *
   * @param patience how long it may take
   * @return what became of each, in their order
   * @throws StreamUnavailableException where nothing is known to have been taken
   */
  List<Outcome> put(List<? extends StreamEntry> entries, Duration patience)
      throws StreamUnavailableException;

  /** How it is at the moment. */
  StreamState state() throws StreamUnavailableException;

  @Override
  void close();
}
