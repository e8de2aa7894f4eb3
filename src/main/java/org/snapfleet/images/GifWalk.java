package org.snapfleet.images;

import static org.snapfleet.images.RefusedImageException.Reason.CUT_SHORT;
import static org.snapfleet.images.RefusedImageException.Reason.DAMAGED;

import java.awt.Rectangle;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** One walk over a GIF's blocks, copying those that stay (GIF89a, section 12 to 26). */
final class GifWalk {
  private static final int EXTENSION = 0x21;
  private static final int IMAGE = 0x2C;
  private static final int TRAILER = 0x3B;
  private static final int GRAPHIC_CONTROL = 0xF9;
  private static final int APPLICATION = 0xFF;
  private static final int PLAIN_TEXT = 0x01;

  private final ByteSource in;
  private final OutputStream out;
  private final long maxPixels;
  private Dimensions canvas;
  private Rectangle firstFrame;
  private int frames;
  private IccProfile profile;

  /** A graphic control waits for its frame: one before a plain text goes with the text. */
  private byte[] control = new byte[0];

  GifWalk(ByteSource in, OutputStream out, long maxPixels) {
    this.in = in;
    this.out = out;
    this.maxPixels = maxPixels;
  }

  void toTheEnd() throws IOException, RefusedImageException {
    logicalScreen();
    int block = nextBlock();
    while (block != TRAILER) {
      switch (block) {
        case EXTENSION -> extension();
        case IMAGE -> frame();
        case 0 -> {} // some writers leave an empty sub-block behind
        default -> throw new RefusedImageException(DAMAGED);
      }
      block = nextBlock();
    }
    if (frames == 0) {
      throw new RefusedImageException(DAMAGED);
    }
    out.write(TRAILER);
  }

  /** A file that ends between two blocks has lost no frame: its trailer is put back. */
  private int nextBlock() throws IOException, RefusedImageException {
    if (!in.atEnd()) {
      return in.u8();
    } else if (frames == 0) {
      throw new RefusedImageException(CUT_SHORT);
    }
    return TRAILER;
  }

  private void logicalScreen() throws IOException, RefusedImageException {
    in.copy(6, out);
    byte[] screen = in.bytes(7);
    canvas = Dimensions.within(maxPixels, number(screen, 0), number(screen, 2));
    out.write(screen);
    copyColours(screen[4]);
  }

  private void copyColours(int flags) throws IOException, RefusedImageException {
    if ((flags & 0x80) != 0) {
      in.copy(3L << ((flags & 7) + 1), out);
    }
  }

  private void frame() throws IOException, RefusedImageException {
    byte[] descriptor = in.bytes(9);
    Dimensions size = Dimensions.within(maxPixels, number(descriptor, 4), number(descriptor, 6));
    if (frames++ == 0) {
      firstFrame =
          new Rectangle(number(descriptor, 0), number(descriptor, 2), size.width(), size.height());
    }
    out.write(control);
    control = new byte[0];
    out.write(IMAGE);
    out.write(descriptor);
    copyColours(descriptor[8]);
    out.write(in.u8()); // LZW minimum code size
    copySubBlocks(out);
  }

  private void copySubBlocks(OutputStream to) throws IOException, RefusedImageException {
    int length = in.u8();
    for (; length > 0; length = in.u8()) {
      to.write(length);
      in.copy(length, to);
    }
    to.write(0);
  }

  private void extension() throws IOException, RefusedImageException {
    int label = in.u8();
    if (label == GRAPHIC_CONTROL) {
      graphicControl();
    } else if (label == APPLICATION) {
      application();
    } else {
      if (label == PLAIN_TEXT) {
        control = new byte[0];
      }
      copySubBlocks(OutputStream.nullOutputStream());
    }
  }

  private void graphicControl() throws IOException, RefusedImageException {
    if (in.u8() != 4) {
      throw new RefusedImageException(DAMAGED);
    }
    ByteArrayOutputStream kept = new ByteArrayOutputStream();
    kept.writeBytes(new byte[] {EXTENSION, (byte) GRAPHIC_CONTROL, 4});
    kept.writeBytes(in.bytes(4));
    kept.write(0);
    control = kept.toByteArray();
    copySubBlocks(OutputStream.nullOutputStream());
  }

  private void application() throws IOException, RefusedImageException {
    byte[] id = in.bytes(in.u8());
    GifApplication application = new GifApplication(new String(id, StandardCharsets.ISO_8859_1));
    copySubBlocks(application.data());
    if (application.stays()) {
      out.write(new byte[] {EXTENSION, (byte) APPLICATION, (byte) id.length});
      out.write(id);
      out.write(application.subBlocks());
    }
    profile = application.profileOr(profile);
  }

  private static int number(byte[] block, int at) {
    return (block[at] & 0xFF) | ((block[at + 1] & 0xFF) << 8);
  }

  Findings findings() {
    return Findings.still(canvas, Orientation.UPRIGHT, profile)
        .firstFrame(firstFrame)
        .animated(frames > 1);
  }
}
