package org.snapfleet.cache;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import org.snapfleet.fleet.Sha256;

/** A version of all lists: 128 random bits, or of several places a hash of all theirs. */
record Version(String text) {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 16;

  /** One that never was before. */
  static Version fresh() {
    byte[] bits = new byte[BYTES];
    RANDOM.nextBytes(bits);
    return new Version(text(bits));
  }

  /** Of several places; their hash. */
  static Version ofAll(List<String> parts) {
    return parts.size() == 1
        ? new Version(parts.get(0))
        : new Version(text(Sha256.of(String.join("/", parts))));
  }

  private static String text(byte[] bits) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
  }
}
