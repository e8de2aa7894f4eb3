package org.snapfleet.sessions;

import java.util.HexFormat;

/**
 * Where a session's record is kept.
 *
 * @param hex SHA-256 of the session's id, in lower-case hexadecimal
 */
record SessionKey(String hex) {
  private static final int SHOWN = 8;

  SessionKey(byte[] hash) {
    this(HexFormat.of().formatHex(hash));
  }

  byte[] bytes() {
    return HexFormat.of().parseHex(hex);
  }

  /** A few characters to tell sessions apart by eye; useless for anything else. */
  String fingerprint() {
    return hex.substring(0, SHOWN);
  }
}
