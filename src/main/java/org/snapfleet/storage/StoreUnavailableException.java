package org.snapfleet.storage;

import java.io.IOException;

/** The place for photos is not there, or it is not the one that this site's database knows. */
public sealed class StoreUnavailableException extends IOException permits S3UnavailableException {
  StoreUnavailableException(String message) {
    super(message);
  }
}
