package org.snapfleet.storage;

/** S3 did not do what was asked; the message names bucket, likely cause and what to do. */
public final class S3UnavailableException extends StoreUnavailableException {
  private final transient S3Trouble trouble;

  S3UnavailableException(String bucket, S3Trouble trouble) {
    super("S3 bucket %s: %s".formatted(bucket, trouble.text()));
    this.trouble = trouble;
  }

  /** The likely cause. */
  public S3Trouble trouble() {
    return trouble;
  }
}
