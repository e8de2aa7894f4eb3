package org.snapfleet.images;

import static org.snapfleet.images.RefusedImageException.Reason.DAMAGED;

import java.nio.ByteBuffer;

/** IHDR (PNG 11.2.1). */
record PngHeader(int width, int height, int depth, int colour, boolean interlaced) {

  static PngHeader read(byte[] data) throws RefusedImageException {
    if (data.length != 13) {
      throw new RefusedImageException(DAMAGED);
    }
    ByteBuffer fields = ByteBuffer.wrap(data);
    PngHeader header =
        new PngHeader(fields.getInt(), fields.getInt(), fields.get(), fields.get(), data[12] == 1);
    boolean known = data[10] == 0 && data[11] == 0 && (data[12] == 0 || data[12] == 1);
    if (!known || !header.depthFitsColour()) {
      throw new RefusedImageException(DAMAGED);
    }
    return header;
  }

  private boolean depthFitsColour() {
    return switch (colour) {
      case 0 -> depth == 1 || depth == 2 || depth == 4 || depth == 8 || depth == 16;
      case 3 -> depth == 1 || depth == 2 || depth == 4 || depth == 8;
      case 2, 4, 6 -> depth == 8 || depth == 16;
      default -> false;
    };
  }

  Dimensions within(long maxPixels) throws RefusedImageException {
    return Dimensions.within(maxPixels, width, height);
  }
}
