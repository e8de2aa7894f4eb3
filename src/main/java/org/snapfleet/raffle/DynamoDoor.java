package org.snapfleet.raffle;

import java.time.Duration;
import java.util.function.Function;
import org.snapfleet.fleet.AwsSettings;
import org.snapfleet.fleet.Breaker;
import org.snapfleet.fleet.RaffleSettings;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * The way to DynamoDB. In bad times it is shut but for one try a second, so that nobody waits for a
 * service that does not answer.
 */
final class DynamoDoor implements AutoCloseable {
  /** For one call with all its tries. */
  private static final Duration PATIENCE = Duration.ofSeconds(4);

  private static final Duration TO_CONNECT = Duration.ofSeconds(1);
  private static final Duration TO_FIRST_BYTE = Duration.ofSeconds(2);
  private static final int TRIES = 3;
  private static final int CONNECTIONS = 128;

  private final AwsSettings aws;
  private final RaffleSettings raffle;
  private final Breaker breaker = new Breaker(System::nanoTime);
  private volatile DynamoTrouble lastOutage = DynamoTrouble.SILENT;
  private DynamoDbClient client;

  DynamoDoor(AwsSettings aws, RaffleSettings raffle) {
    this.aws = aws;
    this.raffle = raffle;
  }

  String table() {
    return raffle.table().orElseThrow();
  }

  /**
   * Asks.
   *
   * @throws ConditionalCheckFailedException where a condition is not met
   * @throws EntriesUnavailableException for all else, with the likely cause
   */
  <T> T ask(Function<DynamoDbClient, T> question) {
    if (!breaker.letsThrough()) {
      throw unavailable(lastOutage, null);
    }
    try {
      T answer = question.apply(client());
      breaker.succeeded();
      return answer;
    } catch (ConditionalCheckFailedException e) {
      breaker.succeeded();
      throw e;
    } catch (SdkException | IllegalStateException e) {
      throw failed(e);
    }
  }

  private EntriesUnavailableException failed(RuntimeException e) {
    DynamoTrouble trouble = DynamoTrouble.of(e, raffle);
    if (trouble.isOutage()) {
      lastOutage = trouble;
      breaker.failed();
    } else {
      breaker.succeeded();
    }
    return unavailable(trouble, e);
  }

  private EntriesUnavailableException unavailable(DynamoTrouble why, Throwable cause) {
    return new EntriesUnavailableException(table(), why, cause);
  }

  /** Made when it is first needed, as the region or its like may have to be found out. */
  private synchronized DynamoDbClient client() {
    if (client == null) {
      client = newClient();
    }
    return client;
  }

  private DynamoDbClient newClient() {
    DynamoDbClientBuilder builder =
        DynamoDbClient.builder()
            .httpClientBuilder(
                ApacheHttpClient.builder()
                    .maxConnections(CONNECTIONS)
                    .connectionTimeout(TO_CONNECT)
                    .socketTimeout(TO_FIRST_BYTE))
            .overrideConfiguration(
                o ->
                    o.apiCallTimeout(PATIENCE)
                        .retryStrategy(
                            AwsRetryStrategy.standardRetryStrategy().toBuilder()
                                .maxAttempts(TRIES)
                                .build()));
    aws.region().ifPresent(region -> builder.region(Region.of(region)));
    raffle.endpoint().ifPresent(builder::endpointOverride);
    return builder.build();
  }

  @Override
  public synchronized void close() {
    if (client != null) {
      client.close();
    }
  }
}
