package org.snapfleet.photos;

import java.util.List;
import org.snapfleet.images.Developed;
import org.snapfleet.images.Picture;
import org.snapfleet.storage.Area;
import org.snapfleet.storage.KeyStem;
import org.snapfleet.storage.ObjectKey;

/** The three pictures of a photo under their keys. */
record StoredRenditions(
    String store,
    StoredPicture original,
    StoredPicture large,
    StoredPicture thumbnail,
    boolean animated) {

  /** Names developed pictures, under a new stem. */
  static StoredRenditions named(String store, Area area, Developed developed) {
    KeyStem stem = KeyStem.random(area);
    return new StoredRenditions(
        store,
        picture(stem, "original", developed.original()),
        picture(stem, "large", developed.large()),
        picture(stem, "thumbnail", developed.thumbnail()),
        developed.animated());
  }

  /** The same pictures, of the same store, under a new stem. */
  static StoredRenditions renamed(PhotoCard card, Area area) {
    KeyStem stem = KeyStem.random(area);
    return new StoredRenditions(
        card.store(),
        new StoredPicture(card.original().key().under(stem), card.width(), card.height()),
        new StoredPicture(card.large().key().under(stem), card.largeWidth(), card.largeHeight()),
        new StoredPicture(
            card.thumbnail().key().under(stem), card.thumbnailWidth(), card.thumbnailHeight()),
        card.animated());
  }

  private static StoredPicture picture(KeyStem stem, String rendition, Picture picture) {
    ObjectKey key = stem.key(rendition, picture.format().extension());
    return new StoredPicture(key, picture.width(), picture.height());
  }

  List<ObjectKey> keys() {
    return List.of(original.key(), large.key(), thumbnail.key());
  }
}
