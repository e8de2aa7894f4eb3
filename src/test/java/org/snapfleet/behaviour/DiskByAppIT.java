package org.snapfleet.behaviour;

/** Photos in a folder, handed out by the application. */
class DiskByAppIT extends DeliveryContract {

  @Override
  Place open() {
    return Places.onDisk("disk-app");
  }
}
