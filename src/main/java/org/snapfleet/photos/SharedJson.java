package org.snapfleet.photos;

/** A photo as the API tells it, with a new share link. */
public record SharedJson(
    String id,
    String owner,
    String caption,
    String uploadedAt,
    int width,
    int height,
    String visibility,
    PhotoJson.Links links,
    ShareJson share) {

  /**
   * A share link.
   *
   * @param page the whole address of the photo's page
   * @param expiresAt ISO 8601, UTC
   */
  public record ShareJson(String page, String expiresAt) {}

  static SharedJson of(PhotoJson photo, Share share) {
    return new SharedJson(
        photo.id(),
        photo.owner(),
        photo.caption(),
        photo.uploadedAt(),
        photo.width(),
        photo.height(),
        photo.visibility(),
        photo.links(),
        new ShareJson(share.page(), share.expiresAt().toString()));
  }
}
