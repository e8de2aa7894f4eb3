package org.snapfleet.move;

import java.util.List;
import java.util.UUID;
import org.snapfleet.storage.ObjectKey;

/**
 * A photo's row, as far as it tells of the bytes.
 *
 * @param store the name of the store that holds them
 * @param keys of the original, which tells the photo's bytes from all others, and the renditions
 */
record PhotoRow(UUID id, String store, List<ObjectKey> keys) {

  /** The photo's bytes in a store, whether they are there or not. */
  Copies in(String place) {
    return new Copies(place, keys);
  }
}
