package org.snapfleet.storage;

import java.security.SecureRandom;
import java.util.HexFormat;

/** What the keys of one photo's renditions begin with: 128 random bits. */
public record KeyStem(String text) {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 16;

  public static KeyStem random() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return new KeyStem(HexFormat.of().formatHex(bytes));
  }

  /**
   * The key of one rendition.
   *
   * @param rendition {@code original}, {@code large} or {@code thumbnail}
   * @param extension {@code jpg}, {@code png}, {@code gif} or {@code webp}
   */
  public ObjectKey key(String rendition, String extension) {
    return new ObjectKey("%s-%s.%s".formatted(text, rendition, extension));
  }
}
