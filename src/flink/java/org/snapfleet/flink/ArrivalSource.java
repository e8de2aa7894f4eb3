package org.snapfleet.flink;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.streaming.connectors.kinesis.util.UniformShardAssigner;
import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.connector.ChangelogMode;
import org.apache.flink.table.connector.format.DecodingFormat;
import org.apache.flink.table.connector.source.DynamicTableSource;
import org.apache.flink.table.connector.source.ScanTableSource;
import org.apache.flink.table.connector.source.abilities.SupportsReadingMetadata;
import org.apache.flink.table.connector.source.abilities.SupportsSourceWatermark;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.types.DataType;

/** A stream as a table: its records, when each arrived, and watermarks of the source. */
final class ArrivalSource
    implements ScanTableSource, SupportsReadingMetadata, SupportsSourceWatermark {
  private static final String ARRIVAL = "timestamp"; // as the connector names it

  private final String stream;
  private final Properties properties;
  private final Duration patience;
  private final DecodingFormat<DeserializationSchema<RowData>> format;
  private final DataType columns;
  private DataType produced;
  private boolean arrivalIsAsked;

  ArrivalSource(
      String stream,
      Properties properties,
      Duration patience,
      DecodingFormat<DeserializationSchema<RowData>> format,
      DataType columns) {
    this.stream = stream;
    this.properties = properties;
    this.patience = patience;
    this.format = format;
    this.columns = columns;
    this.produced = columns;
  }

  @Override
  public Map<String, DataType> listReadableMetadata() {
    return Map.of(ARRIVAL, DataTypes.TIMESTAMP_WITH_LOCAL_TIME_ZONE(3).notNull());
  }

  @Override
  public void applyReadableMetadata(List<String> asked, DataType type) {
    arrivalIsAsked = !asked.isEmpty();
    produced = type;
  }

  @Override
  public void applySourceWatermark() {
    // it always has its own
  }

  @Override
  public ChangelogMode getChangelogMode() {
    return ChangelogMode.insertOnly();
  }

  @Override
  @SuppressWarnings("deprecation") // of Flink 2; the connector is of Flink 1
  public ScanRuntimeProvider getScanRuntimeProvider(ScanContext context) {
    RowsOfRecords rows =
        new RowsOfRecords(
            format.createRuntimeDecoder(context, columns),
            columns.getChildren().size(),
            arrivalIsAsked,
            context.createTypeInformation(produced));
    ArrivalConsumer consumer = new ArrivalConsumer(stream, rows, properties, patience);
    consumer.setShardAssigner(new UniformShardAssigner());
    return org.apache.flink.table.connector.source.SourceFunctionProvider.of(consumer, false);
  }

  @Override
  public DynamicTableSource copy() {
    ArrivalSource copy = new ArrivalSource(stream, properties, patience, format, columns);
    copy.produced = produced;
    copy.arrivalIsAsked = arrivalIsAsked;
    return copy;
  }

  @Override
  public String asSummaryString() {
    return "Kinesis in order of arrival";
  }
}
