package org.snapfleet.storage;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.snapfleet.fleet.S3Settings;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;

/**
 * How many links of each kind one thread makes in a second, for the bench: each for another photo,
 * so that nothing is made once and kept.
 */
public record LinkRates(double presigned, double elliptic, double rsa, double site) {
  private static final Duration A_WHILE = Duration.ofSeconds(2);
  private static final Duration LIFETIME = Duration.ofMinutes(10);
  private static final Clock NOW =
      Clock.fixed(Instant.ofEpochSecond(1_800_014_400), ZoneOffset.UTC);
  private static final int PHOTOS = 10_000;

  private static final PhotoLinks APP =
      new AppLinks(() -> new LinkSeal(List.of("a secret of the bench")), LIFETIME, NOW);

  private static final PhotoLinks S3 =
      new S3Links(
          new S3Settings("photos", "", Optional.empty(), Optional.empty()),
          "eu-central-1",
          LinkRates::credentials,
          LIFETIME,
          NOW,
          APP);

  public static LinkRates measure() {
    List<ObjectKey> keys =
        IntStream.range(0, PHOTOS)
            .mapToObj(i -> KeyStem.random(new Area("own/0123456789abcdef/")).key("large", "jpg"))
            .toList();
    return new LinkRates(
        rate(i -> S3.link(new Placed("s3", keys.get(i % PHOTOS)))),
        signatures(new PolicySigner("K1", KeyPairs.elliptic("secp256r1").getPrivate()), keys),
        signatures(new PolicySigner("K2", KeyPairs.rsa(2048).getPrivate()), keys),
        rate(i -> APP.link(new Placed("disk", keys.get(i % PHOTOS)))));
  }

  private static Optional<AwsCredentials> credentials() {
    return Optional.of(AwsBasicCredentials.create("AKIDOFTHEBENCH", "secret of the bench"));
  }

  private static double signatures(PolicySigner signer, List<ObjectKey> keys) {
    URI base = URI.create("https://photos.example.org/media/");
    return rate(i -> signer.sign(base.resolve(keys.get(i % PHOTOS).stem().text()) + "*", i));
  }

  /** After a while of warming up. */
  private static double rate(IntConsumer work) {
    timed(work);
    return timed(work);
  }

  private static double timed(IntConsumer work) {
    long start = System.nanoTime();
    int made = 0;
    while (System.nanoTime() - start < A_WHILE.toNanos()) {
      work.accept(made++);
    }
    return made / ((System.nanoTime() - start) / 1e9);
  }
}
