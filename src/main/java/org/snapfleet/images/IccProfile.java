package org.snapfleet.images;

import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** An ICC colour profile, carried along as bytes (ICC.1, section 7.2 for the header). */
final class IccProfile {
  /** Larger profiles are not carried into renditions; real ones stay below 2 MB. */
  static final int MOST_BYTES = 4 * 1024 * 1024;

  private static final int HEADER = 128;
  private static final int RGB = 0x52474220;
  private static final int GRAY = 0x47524159;
  private static final int ACSP = 0x61637370;

  private final byte[] bytes;

  private IccProfile(byte[] bytes) {
    this.bytes = bytes;
  }

  /** The profile in these bytes, or null where they hold none. */
  static IccProfile of(byte[] bytes) {
    if (bytes.length < HEADER || bytes.length > MOST_BYTES) {
      return null;
    }
    ByteBuffer header = ByteBuffer.wrap(bytes);
    int size = header.getInt(0);
    boolean sound = header.getInt(36) == ACSP && size >= HEADER && size <= bytes.length;
    return sound ? new IccProfile(Arrays.copyOf(bytes, size)) : null;
  }

  byte[] bytes() {
    return bytes.clone();
  }

  boolean isRgb() {
    return colourSpace() == RGB;
  }

  boolean isGray() {
    return colourSpace() == GRAY;
  }

  private int colourSpace() {
    return ByteBuffer.wrap(bytes).getInt(16);
  }

  /** What each of the 256 greys of a grey profile is in sRGB; null where it cannot be told. */
  int[] greysInSrgb() {
    try {
      ICC_ColorSpace space = new ICC_ColorSpace(ICC_Profile.getInstance(bytes));
      int[] greys = new int[256];
      for (int grey = 0; grey < greys.length; grey++) {
        greys[grey] = Math.round(space.toRGB(new float[] {grey / 255f})[1] * 255);
      }
      return greys;
    } catch (RuntimeException unusable) {
      return null;
    }
  }
}
