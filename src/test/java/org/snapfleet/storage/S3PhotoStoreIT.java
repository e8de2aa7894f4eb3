package org.snapfleet.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.zip.CRC32;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snapfleet.fleet.PlainSettings;
import org.snapfleet.fleet.Settings;
import org.snapfleet.site.Await;
import org.snapfleet.site.S3ProxyServer;
import org.snapfleet.site.TroubledWire;
import org.snapfleet.site.TroubledWire.Trouble;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/**
 * The store itself, on a real server of S3's protocol, by a wire that can be troubled. Long, as the
 * troubles are many.
 */
class S3PhotoStoreIT {
  /** More than is put by one request. */
  private static final int LARGE = 17_000_000;

  private static final Duration SOON = Duration.ofMinutes(1);

  private static S3ProxyServer s3;
  private static TroubledWire wire;

  @TempDir private Path folder;

  private final ObjectKey key = KeyStem.random(Area.PUBLIC).key("original", "jpg");
  private final PhotoStore store = PhotoStores.s3(settings(Map.of()));

  @BeforeAll
  static void start() {
    s3 = new S3ProxyServer();
    wire = new TroubledWire(s3.address());
    System.setProperty("aws.accessKeyId", S3ProxyServer.ACCESS_KEY);
    System.setProperty("aws.secretAccessKey", S3ProxyServer.SECRET_KEY);
  }

  @AfterAll
  static void stop() throws IOException {
    System.clearProperty("aws.accessKeyId");
    System.clearProperty("aws.secretAccessKey");
    wire.close();
    s3.close();
  }

  @AfterEach
  void untroubled() {
    wire.bring(Trouble.none());
    store.close();
  }

  private static Settings settings(Map<String, String> others) {
    Map<String, String> keys = new HashMap<>(S3ProxyServer.keys(wire.address()));
    keys.putAll(others);
    return PlainSettings.read(Map.of(), keys).settings();
  }

  private Path file(int length) throws IOException {
    byte[] bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    return Files.write(folder.resolve("file-" + length), bytes);
  }

  private byte[] read(ObjectKey of) throws IOException {
    StoredObject found = store.find(of).orElseThrow();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    found.writeTo(out, 0, found.size());
    return out.toByteArray();
  }

  private static GetObjectResponse attributes(ObjectKey of) {
    try (S3Client client = s3.client()) {
      return client
          .getObject(get -> get.bucket(S3ProxyServer.BUCKET).key("media/" + of))
          .response();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 65_536, 65_537, 300_000, LARGE})
  void whatWasPutIsFoundUntilItIsDeleted(int length) throws IOException {
    Path file = file(length);

    store.put(key, file);

    assertThat(read(key)).isEqualTo(Files.readAllBytes(file));
    assertThat(s3.objects()).contains("media/" + key);
    store.delete(key);
    assertThat(store.find(key)).isEmpty();
    store.delete(key);
  }

  @ParameterizedTest
  @ValueSource(ints = {300, LARGE})
  void objectsSayWhatTheyAreAndHowLongTheyMayBeKept(int length) throws IOException {
    ObjectKey own = KeyStem.random(Area.of(UUID.randomUUID())).key("original", "png");
    store.put(key, file(length));
    store.put(own, file(length));

    assertThat(attributes(key).contentType()).isEqualTo("image/jpeg");
    assertThat(attributes(key).cacheControl()).isEqualTo("public, max-age=31536000, immutable");
    assertThat(attributes(own).contentType()).isEqualTo("image/png");
    assertThat(attributes(own).cacheControl()).isEqualTo("private, max-age=300");
  }

  @Test
  void aPrefixIsBeforeAllNames() throws IOException {
    try (PhotoStore other = PhotoStores.s3(settings(Map.of("snapfleet.s3.prefix", "site/a")))) {
      other.put(key, file(10));

      assertThat(s3.objects()).contains("site/a/media/" + key).doesNotContain("media/" + key);
      assertThat(store.find(key)).isEmpty();
      assertThat(other.find(key)).isPresent();
    }
  }

  private List<String> headsOf(String request) {
    return wire.heads().stream().filter(head -> head.startsWith(request)).toList();
  }

  @ParameterizedTest
  @ValueSource(ints = {300, (16 << 20) - 1})
  void onePutSaysThatNothingMayBeThereAndWhatItsBytesSumUpTo(int length) throws IOException {
    Path file = file(length);

    store.put(key, file);

    assertThat(headsOf("P"))
        .singleElement()
        .asString()
        .startsWith("PUT /%s/media/%s HTTP".formatted(S3ProxyServer.BUCKET, key))
        .containsIgnoringCase("\nIf-None-Match: *\r")
        .containsIgnoringCase("\nx-amz-checksum-crc32: %s\r".formatted(crc32(file)));
  }

  @Test
  void from16MebibytesOnThereArePartsAndTheWholeSaysTheSame() throws IOException {
    Path file = file(16 << 20);

    store.put(key, file);

    assertThat(headsOf("PUT")).hasSize(2).allMatch(head -> head.contains("uploadId="));
    assertThat(headsOf("PUT")).allMatch(head -> head.contains("x-amz-checksum-crc32: "));
    assertThat(headsOf("POST"))
        .filteredOn(head -> head.contains("uploadId="))
        .singleElement()
        .asString()
        .containsIgnoringCase("\nIf-None-Match: *\r")
        .containsIgnoringCase("\nx-amz-checksum-crc32: %s\r".formatted(crc32(file)));
  }

  /** As AWS has it: the sum's four bytes in Base64. */
  private static String crc32(Path file) throws IOException {
    CRC32 sum = new CRC32();
    sum.update(Files.readAllBytes(file));
    return Base64.getEncoder()
        .encodeToString(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
  }

  @ParameterizedTest
  @ValueSource(ints = {300, LARGE})
  void bytesAreNeverOverwritten(int length) throws IOException {
    Path first = file(length);
    store.put(key, first);

    assertThatThrownBy(() -> store.put(key, file(length + 1)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("is taken");
    byte[] other = Files.readAllBytes(first);
    other[length / 2]++;
    Path sameLength = Files.write(folder.resolve("same-length"), other);
    assertThatThrownBy(() -> store.put(key, sameLength)).hasMessageContaining("is taken");

    assertThat(read(key)).isEqualTo(Files.readAllBytes(first));
    assertThat(s3.unfinished()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {300, LARGE})
  void theSameBytesAgainAreDone(int length) throws IOException {
    store.put(key, file(length));

    store.put(key, file(length));

    assertThat(read(key)).isEqualTo(Files.readAllBytes(file(length)));
  }

  @ParameterizedTest
  @CsvSource({
    "403, InvalidAccessKeyId, access key is not known",
    "403, SignatureDoesNotMatch, secret key is wrong",
    "400, ExpiredToken, credentials have expired",
    "403, AccessDenied, may not do what is needed",
    "404, NoSuchBucket, no such bucket",
    "301, PermanentRedirect, in another region",
    "400, AuthorizationHeaderMalformed, Set snapfleet.aws.region to eu-west-9",
    "403, RequestTimeTooSkewed, clock is wrong",
    "503, SlowDown, asks to slow down",
    "500, InternalError, it failed",
    "400, KMS.DisabledException, snapfleet.s3.kms-key",
  })
  void whatAwsRefusesIsNamed(int status, String code, String told) throws IOException {
    wire.bring(Trouble.answering(status, code, "x-amz-bucket-region: eu-west-9"));

    for (int length : new int[] {300, LARGE}) {
      assertThatThrownBy(() -> store.put(key, file(length)))
          .isInstanceOf(S3UnavailableException.class)
          .hasMessageStartingWith("S3 bucket " + S3ProxyServer.BUCKET + ": ")
          .hasMessageContaining(told);
    }
    wire.bring(Trouble.none());
    assertThat(s3.objects()).doesNotContain("media/" + key);
    assertThat(s3.unfinished()).isEmpty();
  }

  @Test
  void realRefusalsAreNamedToo() throws IOException {
    try (PhotoStore noBucket =
        PhotoStores.s3(settings(Map.of("snapfleet.s3.bucket", "no-such-bucket")))) {
      assertThatThrownBy(() -> noBucket.put(key, file(300)))
          .hasMessageContaining("no such bucket at http://127.0.0.1:");
      assertThatThrownBy(() -> noBucket.find(key)).hasMessageContaining("no such bucket");
    }
    System.setProperty("aws.secretAccessKey", "a-wrong-one");
    try (PhotoStore stranger = PhotoStores.s3(settings(Map.of()))) {
      assertThatThrownBy(() -> stranger.put(key, file(300)))
          .hasMessageContaining("secret key is wrong")
          .hasMessageNotContaining("a-wrong-one");
      assertThatThrownBy(() -> stranger.find(key)).hasMessageContaining("secret key is wrong");
    } finally {
      System.setProperty("aws.secretAccessKey", S3ProxyServer.SECRET_KEY);
    }
    assertThat(s3.objects()).doesNotContain("media/" + key);
  }

  @ParameterizedTest
  @ValueSource(ints = {300_000, LARGE})
  void aLineCutInMidPutLeavesNothing(int length) throws IOException {
    Path file = file(length);
    wire.bring(Trouble.cutAfter(100_000));

    assertThatThrownBy(() -> store.put(key, file)).hasMessageContaining("line was cut");

    wire.bring(Trouble.none());
    assertThat(s3.objects()).doesNotContain("media/" + key);
    assertThat(s3.unfinished()).isEmpty();
    store.put(key, file);
    assertThat(read(key)).isEqualTo(Files.readAllBytes(file));
  }

  @Test
  void aPutWhoseAnswerWasLostIsDone() throws IOException {
    Path file = file(300);
    wire.bring(Trouble.lostAnswer().on("PUT"));

    store.put(key, file);

    assertThat(wire.requests()).as("tries and the look at what is there").isGreaterThan(1);
    assertThat(read(key)).isEqualTo(Files.readAllBytes(file));
  }

  @Test
  void anUploadInPartsWhoseLastAnswerWasLostIsDone() throws IOException {
    Path file = file(LARGE);
    wire.bring(
        Trouble.lostAnswer().on("POST /%s/media/%s?uploadId".formatted(S3ProxyServer.BUCKET, key)));

    store.put(key, file);

    assertThat(read(key)).isEqualTo(Files.readAllBytes(file));
    assertThat(s3.unfinished()).doesNotContain("media/" + key);
  }

  /** Of a try that was given up, S3 may know more than its bucket shows. */
  @ParameterizedTest
  @CsvSource({
    "300, PUT, 409, ConditionalRequestConflict",
    "300, PUT, 412, PreconditionFailed",
    "17000000, POST /photos-of-tests/media/%s?uploadId, 409, ConditionalRequestConflict",
  })
  void aPutWaitsForAnotherAtItsKey(int length, String request, int status, String code)
      throws Exception {
    Path file = file(length);
    wire.bring(Trouble.answering(status, code).on(request.formatted(key)));
    FutureTask<Path> put =
        new FutureTask<>(
            () -> {
              store.put(key, file);
              return file;
            });

    new Thread(put).start();
    Await.until("it is refused twice", SOON, () -> wire.refused() > 1);
    assertThat(put.isDone()).isFalse();
    wire.bring(Trouble.none());

    put.get();
    assertThat(read(key)).isEqualTo(Files.readAllBytes(file));
    assertThat(s3.unfinished()).doesNotContain("media/" + key);
  }

  @ParameterizedTest
  @CsvSource({
    "409, ConditionalRequestConflict",
    "409, OperationAborted",
    "412, PreconditionFailed"
  })
  void anotherThatDoesNotEndIsNamed(int status, String code) throws IOException {
    Path file = file(300);
    wire.bring(Trouble.answering(status, code).on("PUT"));

    assertThatThrownBy(() -> store.put(key, file))
        .isInstanceOf(S3UnavailableException.class)
        .hasMessageContaining("another request is at work");
    assertThat(store.find(key)).isEmpty();
  }

  @Test
  void aRemovalThatS3RefusesIsNamedAndOneOfNothingIsDone() throws IOException {
    wire.bring(Trouble.answering(409, "OperationAborted").on("DELETE"));
    assertThatThrownBy(() -> store.delete(key)).isInstanceOf(S3UnavailableException.class);

    wire.bring(Trouble.answering(404, "NoSuchKey").on("DELETE"));
    store.delete(key);
  }

  @Test
  void aStoreThatIsClosedSaysSo() throws IOException {
    store.put(key, file(300));

    store.close();

    assertThatThrownBy(() -> store.find(key))
        .isInstanceOf(S3UnavailableException.class)
        .hasMessageContaining("this instance is stopping");
  }

  @Test
  void whatACrashLeftOfAnUploadInPartsGoesWithItsKey() throws IOException {
    try (S3Client client = s3.client()) {
      client.createMultipartUpload(c -> c.bucket(S3ProxyServer.BUCKET).key("media/" + key));
    }
    assertThat(s3.unfinished()).contains("media/" + key);

    store.delete(key);

    assertThat(s3.unfinished()).doesNotContain("media/" + key);
  }

  @Test
  void silenceEndsAndThenCostsNoTime() throws Exception {
    Path file = file(300);
    wire.bring(Trouble.silence());

    List<Callable<Void>> puts = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      puts.add(() -> put(file));
    }
    long start = System.nanoTime();
    ExecutorService visitors = Executors.newFixedThreadPool(3);
    for (Future<Void> each : visitors.invokeAll(puts)) {
      each.get();
    }
    visitors.shutdown();
    assertThat(System.nanoTime() - start).as("ns, of a minute").isLessThan(60_000_000_000L);
    put(file); // the breaker's one try of this second, if it is not open yet
    wire.bring(Trouble.silence());
    for (int i = 0; i < 200; i++) {
      assertThatThrownBy(() -> store.find(key)).hasMessageContaining("no answer in time");
    }
    assertThat(wire.requests()).as("requests that were waited for").isLessThan(30);
  }

  private Void put(Path file) {
    assertThatThrownBy(() -> store.put(key, file)).hasMessageContaining("no answer in time");
    return null;
  }
}
