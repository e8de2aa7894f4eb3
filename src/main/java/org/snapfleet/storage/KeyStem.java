package org.snapfleet.storage;

import java.security.SecureRandom;
import java.util.HexFormat;

/** What the keys of one photo's renditions begin with: the area, and 128 random bits. */
public record KeyStem(String text) {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 16;

  /** A new one, in an area. */
  public static KeyStem random(Area area) {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return new KeyStem(area.prefix() + HexFormat.of().formatHex(bytes));
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
