package org.snapfleet.storage;

import java.io.IOException;
import java.nio.file.Path;

/** The place for photos has no room left. */
public final class StoreFullException extends IOException {
  StoreFullException(Path folder, IOException cause) {
    super("%s has no room left".formatted(folder), cause);
  }
}
