package org.snapfleet.photos;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.UUID;
import org.snapfleet.fleet.Sha256;
import org.snapfleet.fleet.UuidBytes;

/** Which photo one file of a request with an {@code Idempotency-Key} became. */
@Entity
@Table(name = "stored_upload")
@SuppressWarnings("UnusedVariable") // some columns are read by queries only
class StoredUpload {
  @Id private byte[] id;

  private byte[] content;

  @Convert(converter = UuidBytes.class)
  private UUID photo;

  @Column(name = "stored_at")
  private long storedAt;

  /** For JPA. */
  protected StoredUpload() {}

  StoredUpload(NewPhoto fresh, UploadKey key, PhotoId photo, Instant now) {
    this.id = id(fresh, key);
    this.content = fresh.file().sha256();
    this.photo = photo.uuid();
    this.storedAt = now.toEpochMilli();
  }

  /** The hash of owner, key and place in the request: what must be stored only once. */
  static byte[] id(NewPhoto fresh, UploadKey key) {
    MessageDigest digest = Sha256.digest();
    digest.update(UuidBytes.of(fresh.owner().account()));
    digest.update(key.hash());
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(fresh.file().index()).array());
    return digest.digest();
  }

  boolean isOf(ReceivedFile file) {
    return MessageDigest.isEqual(content, file.sha256());
  }

  PhotoId photo() {
    return new PhotoId(photo);
  }
}
