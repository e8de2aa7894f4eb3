package org.snapfleet.fleet;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The bucket for photos. Credentials are never configured: the SDK's default chain finds them.
 *
 * @param prefix what all objects' names begin with; empty, or with a slash at its end
 * @param endpoint where S3 is, unless it is AWS's own
 * @param kmsKey what objects are encrypted with at rest, unless with S3's own key
 */
public record S3Settings(
    String bucket, String prefix, Optional<URI> endpoint, Optional<String> kmsKey) {
  private static final String BUCKET = "snapfleet.s3.bucket";
  private static final String PREFIX = "snapfleet.s3.prefix";

  /** S3's rules for the names of general purpose buckets. */
  private static final Pattern BUCKET_NAME = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");

  /** What needs no escaping in an address, and cannot climb out of a folder. */
  private static final Pattern PREFIX_FORM = Pattern.compile("(?:[A-Za-z0-9][A-Za-z0-9._-]*/)*");

  /** Without a bucket there is none; one may be given though photos go to the disk (now). */
  static Optional<S3Settings> read(SettingsReader reader, boolean needed) {
    Optional<String> bucket = reader.text(BUCKET);
    if (bucket.isEmpty() && needed) {
      throw new WrongSettingException(BUCKET, "", "a bucket's name");
    }
    String prefix = reader.text(PREFIX).orElse("");
    Optional<URI> endpoint = reader.url("snapfleet.s3.endpoint");
    Optional<String> kmsKey = reader.text("snapfleet.s3.kms-key");
    return bucket.map(
        name -> new S3Settings(checked(name), checkedPrefix(prefix), endpoint, kmsKey));
  }

  private static String checked(String bucket) {
    if (BUCKET_NAME.matcher(bucket).matches()) {
      return bucket;
    }
    throw new WrongSettingException(BUCKET, bucket, "a bucket's name");
  }

  private static String checkedPrefix(String text) {
    String prefix = text.isEmpty() || text.endsWith("/") ? text : text + "/";
    if (PREFIX_FORM.matcher(prefix).matches()) {
      return prefix;
    }
    throw new WrongSettingException(PREFIX, text, "folder/ of letters, digits, dots and dashes");
  }
}
