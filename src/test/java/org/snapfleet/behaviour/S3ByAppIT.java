package org.snapfleet.behaviour;

import org.junit.jupiter.api.Test;

/** Photos in S3, handed out by the application. */
class S3ByAppIT extends DeliveryContract {

  @Override
  Place open() {
    return Places.onS3("s3-app", "app");
  }

  @Test
  void aThousandChangedLinksObtainNothing() {
    assertAThousandChangedLinksObtainNothing();
  }
}
