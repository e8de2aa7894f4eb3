package org.snapfleet.accounts;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.snapfleet.fleet.UuidBytes;

/** One guess, under one of the things that guesses are counted by. */
@Entity
@SuppressWarnings("UnusedVariable") // some columns are read by queries only
@Table(name = "sign_in_attempt")
class AttemptRow {
  @Id
  @Convert(converter = UuidBytes.class)
  private UUID id;

  private byte[] bucket;

  @Column(name = "made_at")
  private long madeAt;

  /** For JPA. */
  protected AttemptRow() {}

  AttemptRow(UUID id, byte[] bucket, Instant madeAt) {
    this.id = id;
    this.bucket = bucket;
    this.madeAt = madeAt.toEpochMilli();
  }
}
