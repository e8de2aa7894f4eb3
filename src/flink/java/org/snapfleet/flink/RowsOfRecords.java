package org.snapfleet.flink;

import java.io.IOException;
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.connectors.kinesis.serialization.KinesisDeserializationSchema;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.data.TimestampData;
import org.apache.flink.table.data.utils.JoinedRowData;

/**
 * A record as a row, with its time of arrival at the end. What cannot be read is a row without
 * values, so that the question itself can count it.
 */
final class RowsOfRecords implements KinesisDeserializationSchema<RowData> {
  private static final long serialVersionUID = 1;

  private final DeserializationSchema<RowData> format;
  private final int columns;
  private final boolean arrivalIsAsked;
  private final TypeInformation<RowData> type;

  RowsOfRecords(
      DeserializationSchema<RowData> format,
      int columns,
      boolean arrivalIsAsked,
      TypeInformation<RowData> type) {
    this.format = format;
    this.columns = columns;
    this.arrivalIsAsked = arrivalIsAsked;
    this.type = type;
  }

  @Override
  public void open(DeserializationSchema.InitializationContext context) throws Exception {
    format.open(context);
  }

  @Override
  public RowData deserialize(
      byte[] bytes, String key, String number, long arrival, String stream, String shard)
      throws IOException {
    RowData row = format.deserialize(bytes);
    if (row == null) {
      row = new GenericRowData(columns);
    }
    return arrivalIsAsked
        ? new JoinedRowData(
            row.getRowKind(), row, GenericRowData.of(TimestampData.fromEpochMillis(arrival)))
        : row;
  }

  @Override
  public TypeInformation<RowData> getProducedType() {
    return type;
  }
}
