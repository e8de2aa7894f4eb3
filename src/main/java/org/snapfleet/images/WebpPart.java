package org.snapfleet.images;

import java.util.ArrayList;
import java.util.List;

/** A piece of a new WebP file: bytes of its own, or (where these are null) a range of the old. */
record WebpPart(byte[] bytes, long start, long length) {

  static List<WebpPart> chunk(String name, byte[] payload) {
    List<WebpPart> parts = new ArrayList<>();
    parts.add(own(WebpChunk.head(name, payload.length)));
    parts.add(own(payload));
    return padded(parts, payload.length);
  }

  static List<WebpPart> copyOf(WebpChunk chunk) {
    List<WebpPart> parts = new ArrayList<>();
    parts.add(own(WebpChunk.head(chunk.name(), chunk.length())));
    parts.add(new WebpPart(null, chunk.start(), chunk.length()));
    return padded(parts, chunk.length());
  }

  static WebpPart own(byte[] bytes) {
    return new WebpPart(bytes, 0, bytes.length);
  }

  static long length(List<WebpPart> parts) {
    return parts.stream().mapToLong(WebpPart::length).sum();
  }

  private static List<WebpPart> padded(List<WebpPart> parts, long length) {
    if ((length & 1) == 1) {
      parts.add(own(new byte[1]));
    }
    return parts;
  }
}
