package org.snapfleet.accounts;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.snapfleet.fleet.UuidBytes;

/** A browser that has signed in to an account with its password. */
@Entity
@Table(name = "known_device")
class DeviceRow {
  @Id private byte[] id;

  @Convert(converter = UuidBytes.class)
  private UUID account;

  @Column(name = "expires_at")
  private long expiresAt;

  /** For JPA. */
  protected DeviceRow() {}

  DeviceRow(byte[] id, UUID account, Instant expiresAt) {
    this.id = id;
    this.account = account;
    this.expiresAt = expiresAt.toEpochMilli();
  }

  boolean isOf(UUID owner, Instant now) {
    return account.equals(owner) && now.toEpochMilli() < expiresAt;
  }
}
