package org.snapfleet.sessions;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A session's record in the database. */
@Entity
@SuppressWarnings("UnusedVariable") // read by queries only
@Table(name = "web_session")
class SessionRow {
  @Id private byte[] id;

  private long version;
  private byte[] content;

  @Column(name = "expires_at")
  private long expiresAt;

  /** For JPA. */
  protected SessionRow() {}

  SessionRow(SessionKey key, SessionRecord session) {
    this.id = key.bytes();
    this.content = SessionFormat.write(session);
    this.expiresAt = session.diesAt().toEpochMilli();
  }
}
