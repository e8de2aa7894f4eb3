package org.snapfleet.flink;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.Properties;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.streaming.api.functions.AssignerWithPeriodicWatermarks;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.connectors.kinesis.KinesisShardAssigner;
import org.apache.flink.streaming.connectors.kinesis.internals.KinesisDataFetcher;
import org.apache.flink.streaming.connectors.kinesis.internals.publisher.RecordPublisher;
import org.apache.flink.streaming.connectors.kinesis.model.SequenceNumber;
import org.apache.flink.streaming.connectors.kinesis.model.StreamShardHandle;
import org.apache.flink.streaming.connectors.kinesis.serialization.KinesisDeserializationSchema;
import org.apache.flink.table.data.RowData;

/** The connector's own reader, whose watermarks follow the arrival of records in all shards. */
@SuppressWarnings("NonCanonicalType") // an import of the other would warn of Flink 2
final class ArrivalFetcher extends KinesisDataFetcher<RowData> {
  private final Arrivals arrivals = new Arrivals();
  private final ArrivalConsumer.SourceContext<RowData> source;
  private final Duration patience;
  private long last = Long.MIN_VALUE;

  ArrivalFetcher(
      List<String> streams,
      ArrivalConsumer.SourceContext<RowData> source,
      RuntimeContext runtime,
      Properties properties,
      KinesisDeserializationSchema<RowData> schema,
      KinesisShardAssigner assigner,
      Duration patience) {
    super(streams, source, runtime, properties, schema, assigner, new Timer(), null);
    this.source = source;
    this.patience = patience;
  }

  @Override
  protected RecordPublisher createRecordPublisher(
      SequenceNumber from, Properties properties, MetricGroup metrics, StreamShardHandle shard)
      throws InterruptedException {
    return new ArrivalPublisher(
        super.createRecordPublisher(from, properties, metrics, shard),
        shard.getShard().getShardId(),
        arrivals,
        Clock.systemUTC());
  }

  @Override
  public List<StreamShardHandle> discoverNewShardsToSubscribe() throws InterruptedException {
    arrivals.discovering();
    return super.discoverNewShardsToSubscribe();
  }

  /** The connector's own leaves out shards of which it has read nothing yet. */
  @Override
  protected void emitWatermark() {
    if (arrivals.isEmpty()) {
      source.markAsTemporarilyIdle(); // other subtasks read the shards
      return;
    }
    OptionalLong reached = arrivals.ofAll();
    if (reached.isPresent()) {
      long watermark = reached.getAsLong() - patience.toMillis() - 1;
      if (watermark > last) {
        last = watermark;
        source.emitWatermark(new Watermark(watermark));
      }
    }
  }

  /**
   * Lets the connector call {@link #emitWatermark} from time to time, and tells it nothing else.
   */
  @SuppressWarnings("deprecation") // of Flink 2; the connector is of Flink 1
  private static final class Timer implements AssignerWithPeriodicWatermarks<RowData> {
    private static final long serialVersionUID = 1;

    @Override
    public Watermark getCurrentWatermark() {
      return null;
    }

    @Override
    public long extractTimestamp(RowData row, long previous) {
      return 0;
    }
  }
}
