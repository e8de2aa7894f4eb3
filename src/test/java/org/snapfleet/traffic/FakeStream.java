package org.snapfleet.traffic;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snapfleet.kinesis.Outcome;
import org.snapfleet.kinesis.RecordStream;
import org.snapfleet.kinesis.StreamEntry;
import org.snapfleet.kinesis.StreamState;
import org.snapfleet.kinesis.StreamTrouble;
import org.snapfleet.kinesis.StreamUnavailableException;

/** A stream that does what a test tells it, and remembers what it was given. */
final class FakeStream implements RecordStream {
  final List<List<StreamEntry>> calls = new ArrayList<>();
  final List<StreamEntry> taken = new ArrayList<>();
  Optional<StreamTrouble> trouble = Optional.empty();
  Refusal refusal = (call, entry) -> Outcome.TAKEN;
  Runnable atCall = () -> {};
  int shards = 4;

  /** What becomes of an entry in the so-manieth call, from 0. */
  @FunctionalInterface
  interface Refusal {
    Outcome of(int call, StreamEntry entry);
  }

  static StreamTrouble gone() {
    return new StreamTrouble("there is no such stream", "", false);
  }

  static StreamTrouble silent() {
    return new StreamTrouble("no answer in time", "", false);
  }

  @Override
  public List<Outcome> put(List<? extends StreamEntry> entries, Duration patience)
      throws StreamUnavailableException {
    int call = calls.size();
    calls.add(List.copyOf(entries));
    atCall.run();
    if (trouble.isPresent()) {
      throw new StreamUnavailableException("fake", trouble.get());
    }
    List<Outcome> outcomes = new ArrayList<>();
    for (StreamEntry entry : entries) {
      Outcome outcome = refusal.of(call, entry);
      outcomes.add(outcome);
      if (outcome == Outcome.TAKEN) {
        taken.add(entry);
      }
    }
    return outcomes;
  }

  @Override
  public StreamState state() throws StreamUnavailableException {
    if (trouble.isPresent()) {
      throw new StreamUnavailableException("fake", trouble.get());
    }
    return new StreamState("ACTIVE", shards);
  }

  @Override
  public void close() {}
}
