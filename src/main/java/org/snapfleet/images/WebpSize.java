package org.snapfleet.images;

import static org.snapfleet.images.RefusedImageException.Reason.DAMAGED;

import java.io.IOException;

/** The size that the head of a VP8 (RFC 6386, 9.1) or VP8L bitstream declares. */
final class WebpSize {
  /** Bytes of a bitstream's head that this reads. */
  static final int HEAD = 10;

  private WebpSize() {}

  static Dimensions read(WebpChunk chunk, ByteSource in, long maxPixels)
      throws IOException, RefusedImageException {
    boolean lossless = chunk.name().equals("VP8L");
    int head = lossless ? 5 : HEAD;
    if (chunk.length() < head) {
      throw new RefusedImageException(DAMAGED);
    }
    return lossless ? lossless(in, maxPixels) : lossy(in, maxPixels);
  }

  private static Dimensions lossy(ByteSource in, long maxPixels)
      throws IOException, RefusedImageException {
    boolean keyFrame = (in.u24LittleEndian() & 1) == 0;
    int startCode = in.u24LittleEndian();
    if (!keyFrame || startCode != 0x2A019D) {
      throw new RefusedImageException(DAMAGED);
    }
    int width = in.u16LittleEndian() & 0x3FFF;
    return Dimensions.within(maxPixels, width, in.u16LittleEndian() & 0x3FFF);
  }

  private static Dimensions lossless(ByteSource in, long maxPixels)
      throws IOException, RefusedImageException {
    if (in.u8() != 0x2F) {
      throw new RefusedImageException(DAMAGED);
    }
    long bits = in.u32LittleEndian();
    if (bits >> 29 != 0) { // version
      throw new RefusedImageException(DAMAGED);
    }
    return Dimensions.within(maxPixels, (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1);
  }
}
