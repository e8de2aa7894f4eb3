package org.snapfleet.storage;

import java.io.IOException;

/** The place for photos is not there, or it is not the one that this site's database knows. */
public final class StoreUnavailableException extends IOException {
  StoreUnavailableException(String message) {
    super(message);
  }
}
