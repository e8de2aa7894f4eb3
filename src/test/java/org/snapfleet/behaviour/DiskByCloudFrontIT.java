package org.snapfleet.behaviour;

/** Photos in a folder, which the edge asks of the site. */
class DiskByCloudFrontIT extends DeliveryContract {

  @Override
  Place open() {
    return Places.onDiskBehindTheEdge("disk-cloudfront");
  }
}
