package org.snapfleet.storage;

import java.time.Duration;
import java.util.regex.Pattern;
import org.snapfleet.fleet.S3Settings;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;

/**
 * What is set on each object: what browsers and CloudFront are told of it, and how it is encrypted
 * at rest.
 *
 * @param linkLifetime how long a link to bytes that are not public lives
 */
record ObjectTerms(S3Settings s3, Duration linkLifetime) {
  private static final String FOREVER = "public, max-age=31536000, immutable";

  private static final Pattern AWS = Pattern.compile("\\.amazonaws\\.com(\\.cn)?$");

  String bucket() {
    return s3.bucket();
  }

  String name(ObjectKey key) {
    return S3PhotoStore.objectName(s3, key);
  }

  PutObjectRequest.Builder on(PutObjectRequest.Builder put, ObjectKey key) {
    return put.bucket(s3.bucket())
        .key(name(key))
        .contentType(key.mediaType())
        .cacheControl(cacheControl(key.area()))
        .serverSideEncryption(encryption())
        .ssekmsKeyId(s3.kmsKey().orElse(null));
  }

  CreateMultipartUploadRequest.Builder on(
      CreateMultipartUploadRequest.Builder create, ObjectKey key) {
    return create
        .bucket(s3.bucket())
        .key(name(key))
        .contentType(key.mediaType())
        .cacheControl(cacheControl(key.area()))
        .serverSideEncryption(encryption())
        .ssekmsKeyId(s3.kmsKey().orElse(null));
  }

  /** Half of a link's life, as a link may have been used when half of it was over. */
  private String cacheControl(Area area) {
    return area.isPublic()
        ? FOREVER
        : "private, max-age=%d".formatted(linkLifetime.toSeconds() / 2);
  }

  /**
   * On AWS all objects are encrypted anyway; it is said nevertheless, so that a bucket's policy can
   * ask for it. Most of what else speaks S3's protocol refuses it.
   */
  private ServerSideEncryption encryption() {
    if (s3.kmsKey().isPresent()) {
      return ServerSideEncryption.AWS_KMS;
    }
    return isOnAws() ? ServerSideEncryption.AES256 : null;
  }

  private boolean isOnAws() {
    return s3.endpoint().map(url -> AWS.matcher(url.getHost()).find()).orElse(true);
  }
}
