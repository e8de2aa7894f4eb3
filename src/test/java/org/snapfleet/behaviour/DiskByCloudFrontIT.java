package org.snapfleet.behaviour;

import org.junit.jupiter.api.Test;

/** Photos in a folder, fetched from the site by the edge, by links that RSA signs. */
class DiskByCloudFrontIT extends DeliveryContract {

  @Override
  Place open() {
    return Places.onDiskBehindTheEdge("disk-cloudfront");
  }

  @Test
  void aThousandChangedLinksObtainNothing() {
    assertAThousandChangedLinksObtainNothing();
  }
}
