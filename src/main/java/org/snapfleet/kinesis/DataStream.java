package org.snapfleet.kinesis;

import java.time.Duration;
import java.util.List;
import org.snapfleet.fleet.AwsSettings;
import org.snapfleet.fleet.TrafficSettings;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.KinesisClientBuilder;
import software.amazon.awssdk.services.kinesis.model.InvalidArgumentException;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;
import software.amazon.awssdk.services.kinesis.model.PutRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.PutRecordsResultEntry;
import software.amazon.awssdk.services.kinesis.model.StreamDescriptionSummary;

/** The stream that the settings name, by AWS's SDK. Its caller tries again, and knows when. */
public final class DataStream implements RecordStream {
  private static final Duration TO_CONNECT = Duration.ofSeconds(2);
  private static final Duration TO_FIRST_BYTE = Duration.ofSeconds(4);
  private static final Duration TO_LOOK = Duration.ofSeconds(4);

  /** Kinesis API Reference, PutRecords: the other one is InternalFailure. */
  private static final String THROTTLED = "ProvisionedThroughputExceededException";

  /** Two to the power of 128: one more than the last hash key. */
  private static final String BEYOND = "340282366920938463463374607431768211456";

  private final TrafficSettings settings;
  private final AwsSettings aws;
  private KinesisClient client;

  public DataStream(TrafficSettings settings, AwsSettings aws) {
    this.settings = settings;
    this.aws = aws;
  }

  @Override
  public List<Outcome> put(List<? extends StreamEntry> entries, Duration patience)
      throws StreamUnavailableException {
    List<PutRecordsRequestEntry> all = entries.stream().map(DataStream::entry).toList();
    try {
      PutRecordsResponse answer =
          client()
              .putRecords(
                  put ->
                      put.streamName(settings.stream())
                          .records(all)
                          .overrideConfiguration(o -> o.apiCallTimeout(patience)));
      return answer.records().stream().map(DataStream::outcome).toList();
    } catch (SdkException e) {
      throw new StreamUnavailableException(settings.stream(), StreamTrouble.of(e, settings));
    }
  }

  private static PutRecordsRequestEntry entry(StreamEntry entry) {
    return PutRecordsRequestEntry.builder()
        .partitionKey(entry.partitionKey())
        .data(SdkBytes.fromByteArrayUnsafe(entry.data()))
        .build();
  }

  private static Outcome outcome(PutRecordsResultEntry result) {
    if (result.errorCode() == null) {
      return Outcome.TAKEN;
    }
    return result.errorCode().equals(THROTTLED) ? Outcome.THROTTLED : Outcome.FAILED;
  }

  @Override
  public StreamState state() throws StreamUnavailableException {
    try {
      StreamDescriptionSummary summary =
          client()
              .describeStreamSummary(
                  d ->
                      d.streamName(settings.stream())
                          .overrideConfiguration(o -> o.apiCallTimeout(TO_LOOK)))
              .streamDescriptionSummary();
      return new StreamState(summary.streamStatusAsString(), summary.openShardCount());
    } catch (SdkException e) {
      throw new StreamUnavailableException(settings.stream(), StreamTrouble.of(e, settings));
    }
  }

  /**
   * Finds out whether these credentials may write, without writing: Kinesis refuses a hash key that
   * lies beyond the last (API Reference, PutRecordsRequestEntry), but first it looks at who asks.
   */
  public void tryToPut() throws StreamUnavailableException {
    PutRecordsRequestEntry beyond =
        PutRecordsRequestEntry.builder()
            .partitionKey("check")
            .explicitHashKey(BEYOND)
            .data(SdkBytes.fromUtf8String("{}\n"))
            .build();
    try {
      client()
          .putRecords(
              put ->
                  put.streamName(settings.stream())
                      .records(beyond)
                      .overrideConfiguration(o -> o.apiCallTimeout(TO_LOOK)));
    } catch (InvalidArgumentException e) {
      return; // as it is to be
    } catch (SdkException e) {
      throw new StreamUnavailableException(settings.stream(), StreamTrouble.of(e, settings));
    }
  }

  /** Made when it is first needed, as the region may have to be found out. */
  private synchronized KinesisClient client() {
    if (client == null) {
      client = newClient();
    }
    return client;
  }

  private KinesisClient newClient() {
    KinesisClientBuilder builder =
        KinesisClient.builder()
            .httpClientBuilder(
                ApacheHttpClient.builder()
                    .connectionTimeout(TO_CONNECT)
                    .socketTimeout(TO_FIRST_BYTE))
            .overrideConfiguration(o -> o.retryStrategy(AwsRetryStrategy.doNotRetry()));
    aws.region().ifPresent(region -> builder.region(Region.of(region)));
    settings.endpoint().ifPresent(builder::endpointOverride);
    return builder.build();
  }

  @Override
  public synchronized void close() {
    if (client != null) {
      client.close();
    }
  }
}
