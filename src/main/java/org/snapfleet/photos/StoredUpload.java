package org.snapfleet.photos;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import org.snapfleet.fleet.UuidBytes;
import org.snapfleet.sessions.Person;

/** Which photo one file of a request with an {@code Idempotency-Key} became. */
@Entity
@Table(name = "stored_upload")
@IdClass(StoredUpload.Key.class)
@SuppressWarnings("UnusedVariable") // some columns are read by queries only
class StoredUpload {
  @Id
  @Convert(converter = UuidBytes.class)
  private UUID owner;

  @Id
  @Column(name = "request_key")
  private byte[] requestKey;

  @Id
  @Column(name = "file_index")
  private int fileIndex;

  private byte[] content;

  @Convert(converter = UuidBytes.class)
  private UUID photo;

  @Column(name = "stored_at")
  private long storedAt;

  /** For JPA. */
  protected StoredUpload() {}

  StoredUpload(Person owner, UploadKey key, ReceivedFile file, PhotoId photo, Instant now) {
    this.owner = owner.account();
    this.requestKey = key.hash();
    this.fileIndex = file.index();
    this.content = file.sha256();
    this.photo = photo.uuid();
    this.storedAt = now.toEpochMilli();
  }

  boolean isOf(ReceivedFile file) {
    return MessageDigest.isEqual(content, file.sha256());
  }

  PhotoId photo() {
    return new PhotoId(photo);
  }

  /** For JPA. */
  static final class Key implements Serializable {
    private UUID owner;
    private byte[] requestKey;
    private int fileIndex;

    /** For JPA. */
    public Key() {}

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key
          && owner.equals(key.owner)
          && Arrays.equals(requestKey, key.requestKey)
          && fileIndex == key.fileIndex;
    }

    @Override
    public int hashCode() {
      return Objects.hash(owner, Arrays.hashCode(requestKey), fileIndex);
    }
  }
}
