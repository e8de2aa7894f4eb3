package org.snapfleet.check;

import java.util.Optional;

/**
 * What the database says of the photo folder's marker.
 *
 * @param asked whether the database could be asked
 * @param text empty also where no site has started on the database yet
 */
record KnownMarker(boolean asked, Optional<String> text) {
  static final KnownMarker NOT_ASKED = new KnownMarker(false, Optional.empty());
}
