package org.snapfleet.images;

import static org.snapfleet.images.RefusedImageException.Reason.DAMAGED;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;

/** One walk over a PNG's chunks, copying those that stay. */
final class PngWalk {
  private final ByteSource in;
  private final OutputStream out;
  private final long maxPixels;
  private final PngOrder order = new PngOrder();
  private Dimensions dimensions;
  private Orientation orientation = Orientation.UPRIGHT;
  private IccProfile profile;
  private boolean animated;

  PngWalk(ByteSource in, OutputStream out, long maxPixels) {
    this.in = in;
    this.out = out;
    this.maxPixels = maxPixels;
  }

  void toTheEnd() throws IOException, RefusedImageException {
    for (String name = ""; !name.equals("IEND"); ) {
      long length = in.u32();
      name = in.name();
      order.check(name);
      chunk(name, length);
    }
  }

  private void chunk(String name, long length) throws IOException, RefusedImageException {
    boolean keep = PngKeep.keeps(name, length);
    if (length > Integer.MAX_VALUE || (!keep && PngKeep.isCritical(name))) {
      throw new RefusedImageException(DAMAGED);
    }
    OutputStream to = keep ? out : OutputStream.nullOutputStream();
    to.write(ByteBuffer.allocate(4).putInt((int) length).array());
    CheckedOutputStream checked = new CheckedOutputStream(to, new CRC32());
    checked.write(name.getBytes(StandardCharsets.ISO_8859_1));
    byte[] start = in.bytes((int) Math.min(length, worthReading(name)));
    checked.write(start);
    in.copy(length - start.length, checked);
    long crc = in.u32();
    if (crc != checked.getChecksum().getValue()) {
      throw new RefusedImageException(DAMAGED);
    }
    to.write(ByteBuffer.allocate(4).putInt((int) crc).array());
    look(name, start);
  }

  private static int worthReading(String name) {
    return switch (name) {
      case "IHDR", "acTL" -> 13;
      case "eXIf" -> ExifOrientation.BYTES_READ;
      case "iCCP" -> IccProfile.MOST_BYTES;
      default -> 0;
    };
  }

  private void look(String name, byte[] data) throws IOException, RefusedImageException {
    switch (name) {
      case "IHDR" -> dimensions = PngHeader.read(data).within(maxPixels);
      case "acTL" -> animated = data.length == 8 && ByteBuffer.wrap(data).getInt() > 1;
      case "iCCP" -> profile = PngProfile.read(data);
      case "eXIf" -> orient(ExifOrientation.of(data));
      default -> {
        // nothing to learn from it
      }
    }
  }

  /** The only EXIF that is written: in the place of the one that goes. */
  private void orient(Orientation found) throws IOException {
    if (orientation == Orientation.UPRIGHT && found != Orientation.UPRIGHT) {
      orientation = found;
      PngChunk.write(out, "eXIf", found.asTiff());
    }
  }

  Findings findings() {
    return Findings.still(dimensions, orientation, profile).animated(animated);
  }
}
