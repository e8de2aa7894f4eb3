package org.snapfleet.photos;

import jakarta.persistence.Embeddable;
import org.snapfleet.storage.ObjectKey;

/** One rendition of a photo: its bytes' key and its size in pixels as shown. */
@Embeddable
class StoredPicture {
  private String key;
  private int width;
  private int height;

  /** For JPA. */
  protected StoredPicture() {}

  StoredPicture(ObjectKey key, int width, int height) {
    this.key = key.text();
    this.width = width;
    this.height = height;
  }

  ObjectKey key() {
    return new ObjectKey(key);
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }
}
