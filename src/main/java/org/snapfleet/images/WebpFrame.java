package org.snapfleet.images;

import static org.snapfleet.images.RefusedImageException.Reason.DAMAGED;

import java.awt.Rectangle;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * One frame of an animated WebP: an ANMF chunk, whose own head of 16 bytes (place, size, duration)
 * is followed by chunks like those of a still picture.
 */
record WebpFrame(Rectangle place, List<WebpPart> parts) {
  private static final int HEAD = 16;

  static WebpFrame read(WebpChunk anmf, ByteSource in, long maxPixels)
      throws IOException, RefusedImageException {
    if (anmf.length() < HEAD) {
      throw new RefusedImageException(DAMAGED);
    }
    byte[] head = in.bytes(HEAD);
    Rectangle place =
        new Rectangle(2 * u24(head, 0), 2 * u24(head, 3), 1 + u24(head, 6), 1 + u24(head, 9));
    List<WebpPart> parts = new ArrayList<>();
    parts.add(WebpPart.own(head));
    boolean pixels = false;
    while (in.position() + WebpChunk.HEAD <= anmf.end()) {
      WebpChunk chunk = WebpChunk.read(in, anmf.end(), anmf.end());
      if (chunk.isPixels() && !pixels) {
        requireSize(place, WebpSize.read(chunk, in, maxPixels));
        pixels = true;
        parts.addAll(WebpPart.copyOf(chunk));
      } else if (chunk.name().equals("ALPH") && !pixels) {
        parts.addAll(WebpPart.copyOf(chunk));
      }
      in.skip(Math.min(anmf.end(), WebpChunk.padded(chunk.end())) - in.position());
    }
    if (!pixels) {
      throw new RefusedImageException(DAMAGED);
    }
    parts.add(0, WebpPart.own(WebpChunk.head("ANMF", WebpPart.length(parts))));
    return new WebpFrame(place, parts);
  }

  private static void requireSize(Rectangle place, Dimensions size) throws RefusedImageException {
    if (size.width() != place.width || size.height() != place.height) {
      throw new RefusedImageException(DAMAGED);
    }
  }

  private static int u24(byte[] head, int at) {
    return (head[at] & 0xFF) | ((head[at + 1] & 0xFF) << 8) | ((head[at + 2] & 0xFF) << 16);
  }
}
