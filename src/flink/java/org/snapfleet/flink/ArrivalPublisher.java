package org.snapfleet.flink;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.apache.flink.kinesis.shaded.com.amazonaws.services.kinesis.clientlibrary.types.UserRecord;
import org.apache.flink.streaming.connectors.kinesis.internals.publisher.RecordBatch;
import org.apache.flink.streaming.connectors.kinesis.internals.publisher.RecordPublisher;
import org.apache.flink.streaming.connectors.kinesis.model.SequenceNumber;

/**
 * A shard's records as they are read, and how far that is. A shard in which nothing more lies is
 * read up to the moment in which it was asked: so time goes on also where no traffic is, and stands
 * still where the stream cannot be read.
 */
final class ArrivalPublisher implements RecordPublisher {
  /** By how much the stream's clock, which is not ours, may be behind ours. */
  static final Duration CLOCKS = Duration.ofSeconds(1);

  private final RecordPublisher records;
  private final String shard;
  private final Arrivals arrivals;
  private final Clock clock;

  ArrivalPublisher(RecordPublisher records, String shard, Arrivals arrivals, Clock clock) {
    this.records = records;
    this.shard = shard;
    this.arrivals = arrivals;
    this.clock = clock;
    arrivals.begun(shard);
  }

  @Override
  public RecordPublisherRunResult run(RecordBatchConsumer consumer) throws InterruptedException {
    long asked = clock.millis();
    RecordPublisherRunResult result = records.run(batch -> passOn(batch, consumer, asked));
    if (result == RecordPublisherRunResult.COMPLETE) {
      arrivals.ended(shard);
    }
    return result;
  }

  private SequenceNumber passOn(RecordBatch batch, RecordBatchConsumer consumer, long asked) {
    SequenceNumber last = consumer.accept(batch); // they are with Flink now
    List<UserRecord> read = batch.getDeaggregatedRecords();
    if (!read.isEmpty()) {
      arrivals.reached(shard, arrival(read.get(read.size() - 1)));
    } else if (batch.getMillisBehindLatest() != null && batch.getMillisBehindLatest() == 0) {
      arrivals.reached(shard, asked - CLOCKS.toMillis());
    }
    return last;
  }

  @SuppressWarnings("JavaUtilDate") // the connector's
  private static long arrival(UserRecord record) {
    return record.getApproximateArrivalTimestamp().getTime();
  }
}
