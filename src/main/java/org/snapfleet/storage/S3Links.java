package org.snapfleet.storage;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.snapfleet.fleet.S3Settings;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.regions.Region;

/**
 * Browsers fetch the bytes from the bucket by presigned links. What the bucket does not hold, what
 * is for members, whose session only the site knows, and all while there are no credentials, they
 * ask of the application.
 */
final class S3Links implements PhotoLinks {
  private final S3Settings s3;
  private final Presigner presigner;
  private final Supplier<Optional<AwsCredentials>> credentials;
  private final Duration lifetime;
  private final Clock clock;
  private final PhotoLinks app;

  S3Links(
      S3Settings s3,
      String region,
      Supplier<Optional<AwsCredentials>> credentials,
      Duration lifetime,
      Clock clock,
      PhotoLinks app) {
    this.s3 = s3;
    this.presigner = new Presigner(base(s3, region), region);
    this.credentials = credentials;
    this.lifetime = lifetime;
    this.clock = clock;
    this.app = app;
  }

  /** A certificate of AWS's is for names of one level below S3's: not for buckets with dots. */
  static URI base(S3Settings s3, String region) {
    if (s3.endpoint().isPresent()) {
      String endpoint = s3.endpoint().get().toString().replaceAll("/+$", "");
      return URI.create("%s/%s/".formatted(endpoint, s3.bucket()));
    }
    String host =
        "s3.%s.%s".formatted(region, Region.of(region).metadata().partition().dnsSuffix());
    return URI.create(
        s3.bucket().contains(".")
            ? "https://%s/%s/".formatted(host, s3.bucket())
            : "https://%s.%s/".formatted(s3.bucket(), host));
  }

  @Override
  public String link(Placed bytes) {
    return bytes.store().equals(S3PhotoStore.NAME) && !bytes.key().area().isForMembers()
        ? credentials.get().map(id -> presigned(bytes.key(), id)).orElseGet(() -> app.link(bytes))
        : app.link(bytes);
  }

  /** Other credentials sign otherwise, and the earlier ones may end before their time. */
  @Override
  public LinkTerm term() {
    TimeBucket bucket = TimeBucket.at(clock.instant(), lifetime);
    return credentials
        .get()
        .map(id -> bucket.start() + " " + id.accessKeyId())
        .map(period -> new LinkTerm(period, Duration.ofSeconds(bucket.half())))
        .orElse(LinkTerm.EVER);
  }

  /** What was fetched is kept no longer than the time that each link works at least. */
  private String presigned(ObjectKey key, AwsCredentials id) {
    TimeBucket bucket = TimeBucket.at(clock.instant(), lifetime);
    String kept =
        "%s, max-age=%d".formatted(key.area().isPublic() ? "public" : "private", bucket.half());
    return presigner.link(
        id,
        S3PhotoStore.objectName(s3, key),
        Instant.ofEpochSecond(bucket.start()),
        bucket.lifetime(),
        Map.of("response-cache-control", kept));
  }
}
