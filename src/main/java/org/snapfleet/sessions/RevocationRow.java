package org.snapfleet.sessions;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.snapfleet.fleet.UuidBytes;

/** One session that must stay dead, or all of a person's begun by a moment. */
@Entity
@Table(name = "revoked_session")
class RevocationRow {
  @Id
  @Convert(converter = UuidBytes.class)
  private UUID id;

  @Column(name = "session_id")
  private byte[] session;

  @Convert(converter = UuidBytes.class)
  private UUID account;

  @Column(name = "revoked_at")
  private long revokedAt;

  @Column(name = "expires_at")
  private long expiresAt;

  /** For JPA. */
  protected RevocationRow() {}

  static RevocationRow ofSession(UUID id, SessionKey key, Instant now) {
    RevocationRow row = new RevocationRow(id, now);
    row.session = key.bytes();
    return row;
  }

  static RevocationRow ofAccount(UUID id, UUID account, Instant now) {
    RevocationRow row = new RevocationRow(id, now);
    row.account = account;
    return row;
  }

  private RevocationRow(UUID id, Instant now) {
    this.id = id;
    this.revokedAt = now.toEpochMilli();
    this.expiresAt = now.plus(SessionRecord.ABSOLUTE_LIMIT).toEpochMilli();
  }

  byte[] session() {
    return session;
  }

  UUID account() {
    return account;
  }

  long revokedAt() {
    return revokedAt;
  }

  long expiresAt() {
    return expiresAt;
  }
}
