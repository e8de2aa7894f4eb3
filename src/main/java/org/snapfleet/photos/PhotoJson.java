package org.snapfleet.photos;

import java.time.temporal.ChronoUnit;
import java.util.List;
import org.snapfleet.storage.PhotoLinks;

/**
 * A photo as the API tells it.
 *
 * @param uploadedAt ISO 8601, UTC
 * @param width of the original as shown, in pixels
 */
public record PhotoJson(
    String id,
    String owner,
    String caption,
    String uploadedAt,
    int width,
    int height,
    String visibility,
    Links links) {

  /** Where to see it, and its bytes. */
  public record Links(String page, String thumbnail, String large, String original) {}

  /** One page of a list; {@code next} is what to ask the following one with. */
  public record Page(List<PhotoJson> photos, String next, String source) {}

  static PhotoJson of(PhotoCard card, PhotoLinks links) {
    return new PhotoJson(
        card.id().toString(),
        card.ownerName(),
        card.caption(),
        card.uploadedAt().truncatedTo(ChronoUnit.MILLIS).toString(),
        card.width(),
        card.height(),
        card.visibility().text(),
        new Links(
            PhotoPaths.photo(card.id()),
            links.link(card.thumbnail()),
            links.link(card.large()),
            links.link(card.original())));
  }
}
