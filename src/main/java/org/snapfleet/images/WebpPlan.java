package org.snapfleet.images;

import static org.snapfleet.images.RefusedImageException.Reason.CUT_SHORT;
import static org.snapfleet.images.RefusedImageException.Reason.DAMAGED;

import java.awt.Rectangle;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What of a WebP file stays, in order. */
final class WebpPlan {
  private static final int ICC_FLAG = 0x20;
  private static final int ALPHA_FLAG = 0x10;
  private static final int EXIF_FLAG = 0x08;
  private static final int ANIMATION_FLAG = 0x02;

  /** A bound for the plan's own memory: more frames than any browser plays. */
  private static final int MOST_PARTS = 100_000;

  private final ByteSource in;
  private final long fileLength;
  private final long maxPixels;
  private final List<WebpPart> body = new ArrayList<>();
  private boolean extended;
  private int flags;
  private Dimensions canvas;
  private Rectangle firstFrame;
  private int frames;
  private boolean alpha;
  private byte[] profile;
  private Orientation orientation = Orientation.UPRIGHT;

  WebpPlan(ByteSource in, long fileLength, long maxPixels) {
    this.in = in;
    this.fileLength = fileLength;
    this.maxPixels = maxPixels;
  }

  void read() throws IOException, RefusedImageException {
    in.skip(4);
    long end = 8 + in.u32LittleEndian();
    in.skip(4);
    boolean first = true;
    while (in.position() + WebpChunk.HEAD <= end && (first || in.position() < fileLength)) {
      WebpChunk chunk = WebpChunk.read(in, end, fileLength);
      take(chunk, first);
      first = false;
      long next = Math.min(fileLength, WebpChunk.padded(chunk.end()));
      in.skip(next - in.position());
    }
    if (fileLength < end - 1) { // the last padding byte is often forgotten
      throw new RefusedImageException(CUT_SHORT);
    } else if (frames == 0) {
      throw new RefusedImageException(DAMAGED);
    }
  }

  private void take(WebpChunk chunk, boolean first) throws IOException, RefusedImageException {
    if (body.size() > MOST_PARTS) {
      throw new RefusedImageException(DAMAGED);
    } else if (first && chunk.name().equals("VP8X")) {
      takeHeader(chunk);
    } else if (chunk.isPixels() && !animation()) {
      takeStill(chunk, first);
    } else if (extended) {
      takeExtended(chunk);
    } else if (frames == 0) {
      throw new RefusedImageException(DAMAGED);
    }
  }

  private void takeHeader(WebpChunk chunk) throws IOException, RefusedImageException {
    if (chunk.length() != 10) {
      throw new RefusedImageException(DAMAGED);
    }
    extended = true;
    flags = (int) in.u32LittleEndian();
    canvas = Dimensions.within(maxPixels, 1 + in.u24LittleEndian(), 1 + in.u24LittleEndian());
  }

  private void takeStill(WebpChunk chunk, boolean first) throws IOException, RefusedImageException {
    Dimensions size = WebpSize.read(chunk, in, maxPixels);
    boolean expected = frames == 0 && (extended ? size.equals(canvas) : first);
    if (!expected) {
      throw new RefusedImageException(DAMAGED);
    }
    canvas = size;
    takeFrame(new Rectangle(size.width(), size.height()), WebpPart.copyOf(chunk));
  }

  private void takeFrame(Rectangle place, List<WebpPart> parts) throws RefusedImageException {
    if (!new Rectangle(canvas.width(), canvas.height()).contains(place)) {
      throw new RefusedImageException(DAMAGED);
    }
    firstFrame = frames == 0 ? place : firstFrame;
    frames++;
    body.addAll(parts);
  }

  private void takeExtended(WebpChunk chunk) throws IOException, RefusedImageException {
    switch (chunk.name()) {
      case "ICCP" -> takeProfile(chunk);
      case "ANIM" -> takeLoop(chunk);
      case "ANMF" -> {
        if (animation()) {
          WebpFrame frame = WebpFrame.read(chunk, in, maxPixels);
          takeFrame(frame.place(), frame.parts());
        }
      }
      case "ALPH" -> takeAlpha(chunk);
      case "EXIF" -> takeExif(chunk);
      default -> {
        // XMP and what nobody knows: it goes
      }
    }
  }

  private void takeProfile(WebpChunk chunk) throws IOException, RefusedImageException {
    if (profile == null && chunk.length() <= IccProfile.MOST_BYTES) {
      profile = in.bytes((int) chunk.length());
    }
  }

  private void takeLoop(WebpChunk chunk) {
    if (animation() && frames == 0 && chunk.length() == 6) {
      body.addAll(WebpPart.copyOf(chunk));
    }
  }

  private void takeAlpha(WebpChunk chunk) {
    if (!animation() && frames == 0 && !alpha) {
      alpha = true;
      body.addAll(WebpPart.copyOf(chunk));
    }
  }

  private void takeExif(WebpChunk chunk) throws IOException, RefusedImageException {
    byte[] exif = in.bytes((int) Math.min(chunk.length(), ExifOrientation.BYTES_READ));
    int start = exif.length > 6 && exif[0] == 'E' ? 6 : 0; // some write JPEG's "Exif\0\0" too
    byte[] tiff = Arrays.copyOfRange(exif, start, exif.length);
    if (orientation == Orientation.UPRIGHT) {
      orientation = ExifOrientation.of(tiff);
    }
  }

  private boolean animation() {
    return (flags & ANIMATION_FLAG) != 0;
  }

  List<WebpPart> parts() {
    List<WebpPart> parts = new ArrayList<>();
    if (extended) {
      parts.addAll(WebpPart.chunk("VP8X", header()));
      if (profile != null) {
        parts.addAll(WebpPart.chunk("ICCP", profile));
      }
    }
    parts.addAll(body);
    if (orientation != Orientation.UPRIGHT) {
      parts.addAll(WebpPart.chunk("EXIF", orientation.asTiff()));
    }
    return parts;
  }

  /** VP8X: four bytes of flags, the canvas' width and height less one, three bytes each. */
  private byte[] header() {
    int kept = flags & (ALPHA_FLAG | ANIMATION_FLAG);
    kept |= profile != null ? ICC_FLAG : 0;
    kept |= orientation != Orientation.UPRIGHT ? EXIF_FLAG : 0;
    int w = canvas.width() - 1;
    int h = canvas.height() - 1;
    return new byte[] {
      (byte) kept,
      0,
      0,
      0,
      (byte) w,
      (byte) (w >> 8),
      (byte) (w >> 16),
      (byte) h,
      (byte) (h >> 8),
      (byte) (h >> 16)
    };
  }

  Findings findings() {
    return Findings.still(canvas, orientation, profile == null ? null : IccProfile.of(profile))
        .firstFrame(firstFrame)
        .animated(frames > 1);
  }
}
