package org.snapfleet.raffle;

import java.security.SecureRandom;
import java.util.HexFormat;
import org.snapfleet.fleet.Sha256;

/**
 * What makes the draw's outcome unknown to all who see the public value come: 256 random bits.
 *
 * @param hex 64 lower-case hexadecimal digits
 */
record Secret(String hex) {
  private static final int BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  static Secret random() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return of(bytes);
  }

  static Secret of(byte[] bytes) {
    return new Secret(HexFormat.of().formatHex(bytes));
  }

  byte[] bytes() {
    return HexFormat.of().parseHex(hex);
  }

  String commitment() {
    return HexFormat.of().formatHex(Sha256.of(bytes()));
  }

  /** Not itself: records are written to logs. */
  @Override
  public String toString() {
    return "Secret[…]";
  }
}
