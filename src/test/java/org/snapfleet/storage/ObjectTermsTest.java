package org.snapfleet.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snapfleet.fleet.S3Settings;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;

/** How objects are asked to be encrypted, in one put and in parts alike: AWS alone can be asked. */
class ObjectTermsTest {
  private static final String KMS_KEY = "arn:aws:kms:eu-central-1:123456789012:key/1";

  private final ObjectKey key = KeyStem.random(Area.PUBLIC).key("original", "jpg");

  private static ObjectTerms terms(String endpoint, String kmsKey) {
    return new ObjectTerms(
        new S3Settings(
            "photos",
            "",
            Optional.of(endpoint).filter(text -> !text.isEmpty()).map(URI::create),
            Optional.ofNullable(kmsKey)),
        Duration.ofMinutes(10));
  }

  private void assertAsked(ObjectTerms terms, ServerSideEncryption encryption, String kmsKey) {
    PutObjectRequest put = terms.on(PutObjectRequest.builder(), key).build();
    CreateMultipartUploadRequest parts =
        terms.on(CreateMultipartUploadRequest.builder(), key).build();

    assertThat(put.serverSideEncryption()).isEqualTo(encryption);
    assertThat(put.ssekmsKeyId()).isEqualTo(kmsKey);
    assertThat(parts.serverSideEncryption()).isEqualTo(encryption);
    assertThat(parts.ssekmsKeyId()).isEqualTo(kmsKey);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "https://s3.eu-central-1.amazonaws.com",
        "https://bucket.vpce-1-2.s3.eu-central-1.vpce.amazonaws.com",
        "https://s3.cn-north-1.amazonaws.com.cn"
      })
  void onAwsByItsOwnKey(String endpoint) {
    assertAsked(terms(endpoint, null), ServerSideEncryption.AES256, null);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "http://127.0.0.1:9000"})
  void byAKeyOfOnesOwn(String endpoint) {
    assertAsked(terms(endpoint, KMS_KEY), ServerSideEncryption.AWS_KMS, KMS_KEY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://127.0.0.1:9000", "https://amazonaws.com.example.org"})
  void elsewhereNothingIsSaid(String endpoint) {
    assertAsked(terms(endpoint, null), null, null);
  }

  @Test
  void bothSayWhatTheBytesAreAndHowLongTheyMayBeKept() {
    CreateMultipartUploadRequest parts =
        terms("", null).on(CreateMultipartUploadRequest.builder(), key).build();

    assertThat(parts.contentType()).isEqualTo("image/jpeg");
    assertThat(parts.cacheControl()).isEqualTo("public, max-age=31536000, immutable");
  }
}
