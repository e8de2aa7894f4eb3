package org.snapfleet.photos;

import java.util.List;
import java.util.Optional;

/**
 * One page of a list, newest first.
 *
 * @param next what the next page is asked for with, where there is one
 */
record PhotoPage(List<PhotoCard> photos, Optional<PhotoId> next) {

  /** Cuts the extra row off that tells whether there is more. */
  static PhotoPage of(List<PhotoCard> found, int limit) {
    if (found.size() <= limit) {
      return new PhotoPage(List.copyOf(found), Optional.empty());
    }
    List<PhotoCard> shown = List.copyOf(found.subList(0, limit));
    return new PhotoPage(shown, Optional.of(shown.get(limit - 1).id()));
  }
}
