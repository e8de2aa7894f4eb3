package org.snapfleet.photos;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.snapfleet.sessions.Person;
import org.snapfleet.storage.KeyStem;
import org.snapfleet.storage.ObjectKey;
import org.snapfleet.storage.Placed;

/** What lists and pages show of a photo: a plain projection of its row. Public for JPA. */
public record PhotoCard(
    UUID uuid,
    UUID owner,
    String ownerName,
    String caption,
    String visibilityText,
    String store,
    boolean animated,
    String originalKey,
    int width,
    int height,
    String largeKey,
    int largeWidth,
    int largeHeight,
    String thumbnailKey,
    int thumbnailWidth,
    int thumbnailHeight) {

  PhotoId id() {
    return new PhotoId(uuid);
  }

  Visibility visibility() {
    return Visibility.named(visibilityText).orElseThrow();
  }

  /** The id tells it (RFC 9562, 5.7): its first 48 bits are milliseconds. */
  Instant uploadedAt() {
    return Instant.ofEpochMilli(uuid.getMostSignificantBits() >>> 16);
  }

  Placed original() {
    return placed(originalKey);
  }

  Placed large() {
    return placed(largeKey);
  }

  Placed thumbnail() {
    return placed(thumbnailKey);
  }

  private Placed placed(String key) {
    return new Placed(store, new ObjectKey(key));
  }

  /** What all its keys begin with: new with each change of who may see it. */
  KeyStem stem() {
    return original().key().stem();
  }

  List<ObjectKey> keys() {
    return List.of(original().key(), large().key(), thumbnail().key());
  }

  /** Whether someone sees it without a share link. */
  boolean isOpenTo(Person person) {
    return visibility().isOpenTo(person, owner);
  }

  boolean isOwnedBy(Person person) {
    return owner.equals(person.account());
  }
}
