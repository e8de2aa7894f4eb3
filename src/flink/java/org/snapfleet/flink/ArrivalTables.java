package org.snapfleet.flink;

import java.time.Duration;
import java.util.HashSet;
import java.util.Properties;
import java.util.Set;
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;
import org.apache.flink.connector.kinesis.table.KinesisConnectorOptions;
import org.apache.flink.streaming.connectors.kinesis.table.KinesisConnectorOptionsUtil;
import org.apache.flink.streaming.connectors.kinesis.table.KinesisDynamicTableFactory;
import org.apache.flink.table.connector.format.DecodingFormat;
import org.apache.flink.table.connector.source.DynamicTableSource;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.factories.DeserializationFormatFactory;
import org.apache.flink.table.factories.FactoryUtil;

/**
 * {@code 'connector' = 'kinesis-by-arrival'}: the options of the connector {@code kinesis}, and
 * {@code scan.patience}, for which a record is waited for before its time is over.
 */
public final class ArrivalTables extends KinesisDynamicTableFactory {
  private static final ConfigOption<Duration> PATIENCE =
      ConfigOptions.key("scan.patience").durationType().noDefaultValue();

  @Override
  public String factoryIdentifier() {
    return "kinesis-by-arrival";
  }

  @Override
  public Set<ConfigOption<?>> requiredOptions() {
    Set<ConfigOption<?>> options = new HashSet<>(super.requiredOptions());
    options.add(PATIENCE);
    return options;
  }

  @Override
  public DynamicTableSource createDynamicTableSource(Context context) {
    FactoryUtil.TableFactoryHelper helper = FactoryUtil.createTableFactoryHelper(this, context);
    DecodingFormat<DeserializationSchema<RowData>> format =
        helper.discoverDecodingFormat(DeserializationFormatFactory.class, FactoryUtil.FORMAT);
    KinesisConnectorOptionsUtil options =
        new KinesisConnectorOptionsUtil(
            context.getCatalogTable().getOptions(), helper.getOptions());
    helper.validateExcept(options.getNonValidatedPrefixes().toArray(new String[0]));
    Properties properties = options.getValidatedSourceConfigurations();
    return new ArrivalSource(
        helper.getOptions().get(KinesisConnectorOptions.STREAM),
        properties,
        helper.getOptions().get(PATIENCE),
        format,
        context.getPhysicalRowDataType());
  }
}
