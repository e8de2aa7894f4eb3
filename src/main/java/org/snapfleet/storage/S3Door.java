package org.snapfleet.storage;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.snapfleet.fleet.Breaker;
import org.snapfleet.fleet.S3Settings;
import org.snapfleet.fleet.Settings;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * The way to S3. In bad times it is shut but for one try a second, so that nobody waits for a
 * service that does not answer.
 */
final class S3Door implements AutoCloseable {
  /** For one call with all its tries; those that carry bytes have more. */
  static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final Duration TO_CONNECT = Duration.ofSeconds(2);
  private static final Duration TO_FIRST_BYTE = Duration.ofSeconds(4);
  private static final int TRIES = 3;

  /** Requests at once; when S3 is silent, no more threads than that wait for it. */
  private static final int ROOM = 64;

  private static final Duration FOR_ROOM = Duration.ofSeconds(1);

  private final Settings settings;
  private final S3Settings s3;
  private final Semaphore room = new Semaphore(ROOM);
  private final Breaker breaker = new Breaker(System::nanoTime);
  private volatile S3Trouble lastOutage = S3Trouble.SILENT;
  private S3Client client;
  private boolean closed;

  /** A slower line than this cannot upload. */
  private static final long BYTES_PER_SECOND = 512 * 1024;

  S3Door(Settings settings) {
    this.settings = settings;
    this.s3 = settings.s3().orElseThrow();
  }

  /** The patience with a request that carries bytes. */
  static Consumer<AwsRequestOverrideConfiguration.Builder> patienceFor(long bytes) {
    return o -> o.apiCallTimeout(PATIENCE.plusSeconds(bytes / BYTES_PER_SECOND));
  }

  /** Something asked of S3. */
  @FunctionalInterface
  interface Question<T> {
    T ask(S3Client client);
  }

  /**
   * Asks for something that S3 has no reason to refuse.
   *
   * @throws StoreUnavailableException where it is not done, with the likely cause
   */
  <T> T ask(Question<T> question) throws StoreUnavailableException {
    return ask(question, e -> false);
  }

  /**
   * Asks.
   *
   * @param isAnswer which of S3's errors the caller has an answer in
   * @throws S3Exception one of those
   * @throws StoreUnavailableException for all else, with the likely cause
   */
  <T> T ask(Question<T> question, Predicate<S3Exception> isAnswer)
      throws StoreUnavailableException {
    if (!breaker.letsThrough()) {
      throw unavailable(lastOutage);
    }
    enter();
    try {
      T answer = question.ask(client());
      breaker.succeeded();
      return answer;
    } catch (SdkException e) {
      if (e instanceof S3Exception answer && isAnswer.test(answer)) {
        breaker.succeeded();
        throw e;
      }
      throw failed(e);
    } catch (IllegalStateException e) {
      if (isClosed()) { // under this request
        throw unavailable(S3Trouble.CLOSED);
      }
      throw e;
    } finally {
      room.release();
    }
  }

  private void enter() throws StoreUnavailableException {
    try {
      if (room.tryAcquire(FOR_ROOM.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    breaker.failed();
    throw unavailable(lastOutage);
  }

  /** What to tell of a failure, also of one that came while an answer was read. */
  StoreUnavailableException failed(Exception thrown) {
    S3Trouble trouble = S3Trouble.of(thrown, s3);
    if (trouble.isOutage()) {
      lastOutage = trouble;
      breaker.failed();
    } else {
      breaker.succeeded();
    }
    return unavailable(trouble);
  }

  StoreUnavailableException unavailable(S3Trouble why) {
    return new S3UnavailableException(s3.bucket(), why);
  }

  /** Made when it is first needed, as the region or its like may have to be found out. */
  private synchronized S3Client client() throws StoreUnavailableException {
    if (closed) {
      throw unavailable(S3Trouble.CLOSED);
    }
    if (client == null) {
      client = newClient();
    }
    return client;
  }

  /** Checksums are sent with each request that carries bytes; here the SDK would add its own. */
  private S3Client newClient() {
    S3ClientBuilder builder =
        S3Client.builder()
            .httpClientBuilder(
                ApacheHttpClient.builder()
                    .maxConnections(2 * ROOM)
                    .connectionTimeout(TO_CONNECT)
                    .socketTimeout(TO_FIRST_BYTE))
            .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
            .overrideConfiguration(
                o ->
                    o.apiCallTimeout(PATIENCE)
                        .retryStrategy(
                            AwsRetryStrategy.standardRetryStrategy().toBuilder()
                                .maxAttempts(TRIES)
                                .build()));
    settings.aws().region().ifPresent(region -> builder.region(Region.of(region)));
    s3.endpoint().ifPresent(url -> builder.endpointOverride(url).forcePathStyle(true));
    return builder.build();
  }

  private synchronized boolean isClosed() {
    return closed;
  }

  @Override
  public synchronized void close() {
    closed = true;
    if (client != null) {
      client.close();
    }
  }
}
