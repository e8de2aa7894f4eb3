package org.snapfleet.raffle;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.snapfleet.fleet.Sha256;

/**
 * What an entrant keeps: 160 random bits, in 32 characters of base32 (RFC 4648, in lower case,
 * without what could be mistaken). Who has it can show that it took part, and as what it was drawn.
 */
public record Receipt(String text) {
  private static final String DIGITS = "abcdefghijklmnopqrstuvwxyz234567";
  private static final int LENGTH = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  /** A new one; nothing of it follows from the address. */
  static Receipt random() {
    byte[] bytes = new byte[LENGTH];
    RANDOM.nextBytes(bytes);
    StringBuilder text = new StringBuilder(LENGTH);
    for (byte b : bytes) {
      text.append(DIGITS.charAt(b & 31));
    }
    return new Receipt(text.toString());
  }

  /** Whether a text from outside can be one. */
  static boolean isOne(String text) {
    return text.length() == LENGTH && text.chars().allMatch(c -> DIGITS.indexOf(c) >= 0);
  }

  /** What is published of it when the raffle is sealed: SHA-256 of its characters. */
  ReceiptHash hash() {
    return new ReceiptHash(Sha256.of(text.getBytes(StandardCharsets.US_ASCII)));
  }
}
