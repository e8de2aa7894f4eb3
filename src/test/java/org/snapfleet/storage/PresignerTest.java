package org.snapfleet.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.snapfleet.fleet.S3Settings;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

class PresignerTest {
  /** Of AWS's page on signing by query parameters. */
  private static final AwsCredentials EXAMPLE =
      AwsBasicCredentials.create(
          "AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY");

  private static final long NOON = 1_800_014_400;

  private final S3Settings s3 =
      new S3Settings("examplebucket", "site/", Optional.empty(), Optional.empty());

  private S3Links links(long now, Supplier<Optional<AwsCredentials>> credentials) {
    return new S3Links(
        s3,
        "eu-central-1",
        credentials,
        Duration.ofMinutes(10),
        Clock.fixed(Instant.ofEpochSecond(now), ZoneOffset.UTC),
        bytes -> "app:" + bytes.key());
  }

  private static Placed placed(String store, Area area) {
    return new Placed(store, KeyStem.random(area).key("large", "jpg"));
  }

  @Test
  void signsAsTheExampleThatAwsPublishes() {
    String link =
        new Presigner(URI.create("https://examplebucket.s3.amazonaws.com/"), "us-east-1")
            .link(EXAMPLE, "test.txt", Instant.parse("2013-05-24T00:00:00Z"), 86_400, Map.of());

    assertThat(link)
        .isEqualTo(
            "https://examplebucket.s3.amazonaws.com/test.txt"
                + "?X-Amz-Algorithm=AWS4-HMAC-SHA256"
                + "&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20130524%2Fus-east-1%2Fs3%2Faws4_request"
                + "&X-Amz-Date=20130524T000000Z&X-Amz-Expires=86400&X-Amz-SignedHeaders=host"
                + "&X-Amz-Signature="
                + "aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404");
  }

  @Test
  void aLinkIsTheSameWithinABucketAndBeginsAtItsStart() {
    Placed photo = placed("s3", Area.of(UUID.randomUUID()));
    String link = links(NOON, () -> Optional.of(EXAMPLE)).link(photo);

    assertThat(link)
        .startsWith(
            "https://examplebucket.s3.eu-central-1.amazonaws.com/site/media/" + photo.key() + "?")
        .contains("&X-Amz-Date=20270115T120000Z&X-Amz-Expires=600&")
        .contains("&response-cache-control=private%2C%20max-age%3D300&");
    assertThat(links(NOON + 299, () -> Optional.of(EXAMPLE)).link(photo)).isEqualTo(link);
    assertThat(links(NOON + 300, () -> Optional.of(EXAMPLE)).link(photo)).isNotEqualTo(link);
  }

  @Test
  void sharedCachesMayKeepPublicBytesAlone() {
    assertThat(links(NOON, () -> Optional.of(EXAMPLE)).link(placed("s3", Area.PUBLIC)))
        .contains("&response-cache-control=public%2C%20max-age%3D300&");
  }

  @Test
  void aRolesSessionTokenIsPartOfTheLink() {
    AwsCredentials role =
        AwsSessionCredentials.create("ASIAEXAMPLE", "secret", "token/with+signs=");

    assertThat(links(NOON, () -> Optional.of(role)).link(placed("s3", Area.PUBLIC)))
        .contains("&X-Amz-Security-Token=token%2Fwith%2Bsigns%3D&X-Amz-SignedHeaders=host&");
  }

  @Test
  void changedCredentialsSignAtOnce() {
    Placed photo = placed("s3", Area.PUBLIC);
    AwsCredentials[] current = {EXAMPLE};
    S3Links links = links(NOON, () -> Optional.of(current[0]));
    String before = links.link(photo);

    current[0] = AwsBasicCredentials.create("AKIAIOSFODNN7EXAMPLE", "another secret");
    String after = links.link(photo);

    assertThat(after).isNotEqualTo(before);
    assertThat(after).isEqualTo(links(NOON, () -> Optional.of(current[0])).link(photo));
  }

  @Test
  void theApplicationServesWhatTheBucketCannot() {
    Placed onDisk = placed("disk", Area.PUBLIC);
    Placed forMembers = placed("s3", Area.MEMBERS);
    Placed unsigned = placed("s3", Area.PUBLIC);

    assertThat(links(NOON, () -> Optional.of(EXAMPLE)).link(onDisk))
        .isEqualTo("app:" + onDisk.key());
    assertThat(links(NOON, () -> Optional.of(EXAMPLE)).link(forMembers))
        .isEqualTo("app:" + forMembers.key());
    assertThat(links(NOON, Optional::empty).link(unsigned)).isEqualTo("app:" + unsigned.key());
  }

  @ParameterizedTest
  @CsvSource({
    "photos, eu-central-1, '', https://photos.s3.eu-central-1.amazonaws.com/",
    "my.photos, us-east-1, '', https://s3.us-east-1.amazonaws.com/my.photos/",
    "photos, cn-north-1, '', https://photos.s3.cn-north-1.amazonaws.com.cn/",
    "photos, eu-central-1, http://127.0.0.1:9000/, http://127.0.0.1:9000/photos/",
  })
  void bucketsAreWhereTheyAre(String bucket, String region, String endpoint, String base) {
    S3Settings settings =
        new S3Settings(
            bucket,
            "",
            Optional.of(endpoint).filter(e -> !e.isEmpty()).map(URI::create),
            Optional.empty());

    assertThat(S3Links.base(settings, region)).hasToString(base);
  }
}
