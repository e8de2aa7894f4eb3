package org.snapfleet.images;

import java.nio.ByteBuffer;

/** How a stored picture is turned to stand upright: the EXIF tag 0x0112, 1 to 8. */
enum Orientation {
  UPRIGHT(1),
  MIRRORED(2),
  UPSIDE_DOWN(3),
  FLIPPED(4),
  TRANSPOSED(5),
  TURN_RIGHT(6),
  TRANSVERSED(7),
  TURN_LEFT(8);

  private final int tag;

  Orientation(int tag) {
    this.tag = tag;
  }

  static Orientation ofTag(int tag) {
    return tag >= 1 && tag <= 8 ? values()[tag - 1] : UPRIGHT;
  }

  int tag() {
    return tag;
  }

  boolean swapsSides() {
    return tag >= TRANSPOSED.tag;
  }

  /** A TIFF structure that says this orientation and nothing else (TIFF 6.0 section 2). */
  byte[] asTiff() {
    ByteBuffer tiff = ByteBuffer.allocate(26);
    tiff.putInt(0x4D4D002A).putInt(8);
    tiff.putShort((short) 1).putShort((short) 0x0112).putShort((short) 3).putInt(1);
    tiff.putShort((short) tag()).putShort((short) 0).putInt(0);
    return tiff.array();
  }

  /** Where stored pixels lie in the upright picture: index = start + x * stepX + y * stepY. */
  record Steps(int start, int stepX, int stepY) {
    int index(int x, int y) {
      return start + x * stepX + y * stepY;
    }
  }

  Steps steps(Dimensions stored) {
    int w = stored.width();
    int h = stored.height();
    return switch (this) {
      case UPRIGHT -> new Steps(0, 1, w);
      case MIRRORED -> new Steps(w - 1, -1, w);
      case UPSIDE_DOWN -> new Steps(w * h - 1, -1, -w);
      case FLIPPED -> new Steps((h - 1) * w, 1, -w);
      case TRANSPOSED -> new Steps(0, h, 1);
      case TURN_RIGHT -> new Steps(h - 1, h, -1);
      case TRANSVERSED -> new Steps(w * h - 1, -h, -1);
      case TURN_LEFT -> new Steps((w - 1) * h, -h, 1);
    };
  }
}
