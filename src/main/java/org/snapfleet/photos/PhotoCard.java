package org.snapfleet.photos;

import java.time.Instant;
import java.util.UUID;
import org.snapfleet.sessions.Person;
import org.snapfleet.storage.ObjectKey;

/** What lists and pages show of a photo: a plain projection of its row. Public for JPA. */
public record PhotoCard(
    UUID uuid,
    UUID owner,
    String ownerName,
    String caption,
    String visibility,
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

  /** The id tells it (RFC 9562, 5.7): its first 48 bits are milliseconds. */
  Instant uploadedAt() {
    return Instant.ofEpochMilli(uuid.getMostSignificantBits() >>> 16);
  }

  ObjectKey original() {
    return new ObjectKey(originalKey);
  }

  ObjectKey large() {
    return new ObjectKey(largeKey);
  }

  ObjectKey thumbnail() {
    return new ObjectKey(thumbnailKey);
  }

  boolean isOwnedBy(Person person) {
    return owner.equals(person.account());
  }
}
