package org.snapfleet.images;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;

/** Writes one PNG chunk: length, name, data, CRC (PNG, third edition, 5.3). */
final class PngChunk {
  private PngChunk() {}

  static void write(OutputStream out, String name, byte[] data) throws IOException {
    DataOutputStream plain = new DataOutputStream(out);
    plain.writeInt(data.length);
    CheckedOutputStream checked = new CheckedOutputStream(out, new CRC32());
    checked.write(name.getBytes(StandardCharsets.US_ASCII));
    checked.write(data);
    plain.writeInt((int) checked.getChecksum().getValue());
  }
}
