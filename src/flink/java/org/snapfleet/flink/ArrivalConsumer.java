package org.snapfleet.flink;

import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.streaming.connectors.kinesis.FlinkKinesisConsumer;
import org.apache.flink.streaming.connectors.kinesis.internals.KinesisDataFetcher;
import org.apache.flink.streaming.connectors.kinesis.serialization.KinesisDeserializationSchema;
import org.apache.flink.table.data.RowData;

/** The connector's own source, with our {@link ArrivalFetcher}. */
final class ArrivalConsumer extends FlinkKinesisConsumer<RowData> {
  private static final long serialVersionUID = 1;

  private final Duration patience;

  ArrivalConsumer(
      String stream,
      KinesisDeserializationSchema<RowData> schema,
      Properties properties,
      Duration patience) {
    super(stream, schema, properties);
    this.patience = patience;
  }

  @Override
  protected KinesisDataFetcher<RowData> createFetcher(
      List<String> streams,
      SourceContext<RowData> source,
      RuntimeContext runtime,
      Properties properties,
      KinesisDeserializationSchema<RowData> schema) {
    return new ArrivalFetcher(
        streams, source, runtime, properties, schema, getShardAssigner(), patience);
  }
}
