package org.snapfleet.images;

import static org.snapfleet.images.RefusedImageException.Reason.CUT_SHORT;
import static org.snapfleet.images.RefusedImageException.Reason.DAMAGED;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * The head of a RIFF chunk and where its payload lies in the file (WebP container specification).
 */
record WebpChunk(String name, long start, long length) {
  static final int HEAD = 8;

  static WebpChunk read(ByteSource in, long within, long fileLength)
      throws IOException, RefusedImageException {
    String name = in.name();
    WebpChunk chunk = new WebpChunk(name, in.position() + 4, in.u32LittleEndian());
    if (chunk.end() > fileLength) {
      throw new RefusedImageException(CUT_SHORT);
    } else if (chunk.end() > within) {
      throw new RefusedImageException(DAMAGED);
    }
    return chunk;
  }

  long end() {
    return start + length;
  }

  /** Chunks are padded to an even length. */
  static long padded(long length) {
    return length + (length & 1);
  }

  boolean isPixels() {
    return name.equals("VP8 ") || name.equals("VP8L");
  }

  static byte[] head(String name, long length) {
    ByteBuffer head = ByteBuffer.allocate(HEAD).order(ByteOrder.LITTLE_ENDIAN);
    return head.put(name.getBytes(StandardCharsets.ISO_8859_1)).putInt((int) length).array();
  }
}
