package org.snapfleet.images;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * An ICC profile in a JPEG: cut into numbered APP2 segments (ICC.1 annex B.4). A profile with a
 * part missing, or beyond all measure, counts as none: it would only confuse who shows it.
 */
final class IccSegments {
  private static final byte[] NAME = "ICC_PROFILE\0".getBytes(StandardCharsets.US_ASCII);
  private static final int MOST_DATA = 65_519;

  private final byte[][] parts = new byte[256][];
  private int count;
  private int total;
  private boolean broken;

  /** A segment's payload after its name: its number, how many there are, data. */
  void add(byte[] part) {
    int number = part.length < 2 ? 0 : part[0] & 0xFF;
    if (number == 0 || parts[number] != null || total + part.length > IccProfile.MOST_BYTES) {
      broken = true;
      return;
    }
    count = part[1] & 0xFF;
    total += part.length;
    parts[number] = Arrays.copyOfRange(part, 2, part.length);
  }

  /** The whole profile, or null. */
  IccProfile profile() {
    ByteArrayOutputStream whole = new ByteArrayOutputStream(total);
    for (int number = 1; number <= count && !broken; number++) {
      if (parts[number] == null) {
        return null;
      }
      whole.writeBytes(parts[number]);
    }
    return broken ? null : IccProfile.of(whole.toByteArray());
  }

  static void write(IccProfile profile, OutputStream out) throws IOException {
    byte[] bytes = profile.bytes();
    int count = (bytes.length + MOST_DATA - 1) / MOST_DATA;
    for (int number = 1; number <= count; number++) {
      int from = (number - 1) * MOST_DATA;
      byte[] start = Arrays.copyOf(NAME, NAME.length + 2);
      start[NAME.length] = (byte) number;
      start[NAME.length + 1] = (byte) count;
      byte[] data = Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + MOST_DATA));
      JpegHead.segment(out, JpegMarker.APP2, start, data);
    }
  }
}
