package org.snapfleet.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Puts one gzip stream (RFC 1952) together from pieces: some compressed before, each without a look
 * back at those before it (RFC 1951), others as they are.
 */
final class Gzip {
  private static final byte[] HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff};

  /** The last block, which is empty. */
  private static final byte[] LAST = {1, 0, 0, (byte) 0xff, (byte) 0xff};

  private static final int LARGEST_BLOCK = 0xffff;

  private final ByteArrayOutputStream out;
  private final CRC32 checksum = new CRC32();
  private int length;

  Gzip(int expected) {
    out = new ByteArrayOutputStream(expected);
    out.writeBytes(HEADER);
  }

  /** A piece compressed, up to the end of a byte. */
  static byte[] packed(byte[] piece) {
    Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
    try {
      deflater.setInput(piece);
      ByteArrayOutputStream packed = new ByteArrayOutputStream();
      byte[] buffer = new byte[8192];
      int made;
      do {
        made = deflater.deflate(buffer, 0, buffer.length, Deflater.SYNC_FLUSH);
        packed.write(buffer, 0, made);
      } while (made == buffer.length);
      return packed.toByteArray();
    } finally {
      deflater.end();
    }
  }

  /** Adds a piece that was {@link #packed}. */
  void add(byte[] piece, byte[] packed) {
    count(piece);
    out.writeBytes(packed);
  }

  /** Adds some bytes as they are, in blocks of their own. */
  void add(byte[] piece) {
    count(piece);
    for (int at = 0; at < piece.length; at += LARGEST_BLOCK) {
      int size = Math.min(LARGEST_BLOCK, piece.length - at);
      out.writeBytes(
          little(5).put((byte) 0).putShort((short) size).putShort((short) ~size).array());
      out.write(piece, at, size);
    }
  }

  private void count(byte[] piece) {
    checksum.update(piece);
    length += piece.length;
  }

  byte[] end() {
    out.writeBytes(LAST);
    out.writeBytes(little(8).putInt((int) checksum.getValue()).putInt(length).array());
    return out.toByteArray();
  }

  private static ByteBuffer little(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }
}
