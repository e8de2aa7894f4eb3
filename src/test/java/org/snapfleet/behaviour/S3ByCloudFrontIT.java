package org.snapfleet.behaviour;

/** Photos in S3, where the edge fetches them. */
class S3ByCloudFrontIT extends DeliveryContract {

  @Override
  Place open() {
    return Places.onS3BehindTheEdge("s3-cloudfront");
  }
}
