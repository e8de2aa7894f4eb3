package org.snapfleet.sessions;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.snapfleet.fleet.Sha256;

/** The secret that a browser holds: 256 random bits. */
final class SessionId {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 32;
  private static final int TEXT_LENGTH = 43;

  private final byte[] secret;

  private SessionId(byte[] secret) {
    this.secret = secret;
  }

  static SessionId random() {
    byte[] secret = new byte[BYTES];
    RANDOM.nextBytes(secret);
    return new SessionId(secret);
  }

  /**
   * Reads a cookie's value; anything but the 43 characters we make is nothing. The last of them has
   * two bits to spare, so that four texts would be read as the same secret: one of them is it.
   */
  static Optional<SessionId> parse(String text) {
    if (text == null || text.length() != TEXT_LENGTH) {
      return Optional.empty();
    }
    try {
      SessionId id = new SessionId(Base64.getUrlDecoder().decode(text));
      return id.text().equals(text) ? Optional.of(id) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  String text() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
  }

  /** What the store knows it by: whoever reads the store cannot sign in with what is there. */
  SessionKey key() {
    return new SessionKey(Sha256.of(secret));
  }

  @Override
  public String toString() {
    return "SessionId(hidden)";
  }
}
