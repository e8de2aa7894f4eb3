package org.snapfleet.photos;

import java.io.IOException;

/** This machine's disk took no more of an upload. */
final class WorkFolderFullException extends IOException {
  WorkFolderFullException(IOException cause) {
    super(cause);
  }
}
