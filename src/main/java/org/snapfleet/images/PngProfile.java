package org.snapfleet.images;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/** An ICC profile in a PNG: the iCCP chunk (PNG 11.3.2.3), a name and the deflated profile. */
final class PngProfile {
  private static final byte[] NAME = {'I', 'C', 'C', 0, 0};

  private PngProfile() {}

  /** The profile, or null where it is broken or would inflate beyond all measure. */
  static IccProfile read(byte[] data) {
    int name = 0;
    while (name < data.length && data[name] != 0) {
      name++;
    }
    int start = Math.min(data.length, name + 2);
    try (InflaterInputStream in =
        new InflaterInputStream(new ByteArrayInputStream(data, start, data.length - start))) {
      return IccProfile.of(in.readNBytes(IccProfile.MOST_BYTES + 1));
    } catch (IOException broken) {
      return null;
    }
  }

  static void write(IccProfile profile, OutputStream out) throws IOException {
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    data.writeBytes(NAME);
    try (DeflaterOutputStream deflater = new DeflaterOutputStream(data)) {
      deflater.write(profile.bytes());
    }
    PngChunk.write(out, "iCCP", data.toByteArray());
  }
}
