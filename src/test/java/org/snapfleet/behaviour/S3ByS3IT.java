package org.snapfleet.behaviour;

/** Photos in S3, fetched there by presigned links. */
class S3ByS3IT extends DeliveryContract {

  @Override
  Place open() {
    return Places.onS3("s3-s3", "s3");
  }
}
