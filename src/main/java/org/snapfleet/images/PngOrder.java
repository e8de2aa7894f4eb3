package org.snapfleet.images;

import static org.snapfleet.images.RefusedImageException.Reason.DAMAGED;

/** The order of the critical chunks: IHDR, PLTE at most once, IDAT in one run, IEND (PNG 5.6). */
final class PngOrder {
  private String previous = "";
  private boolean palette;
  private boolean data;

  void check(String name) throws RefusedImageException {
    if (!allows(name)) {
      throw new RefusedImageException(DAMAGED);
    }
    palette |= name.equals("PLTE");
    data |= name.equals("IDAT");
    previous = name;
  }

  private boolean allows(String name) {
    if (previous.isEmpty() || name.equals("IHDR")) {
      return previous.isEmpty() && name.equals("IHDR");
    }
    return switch (name) {
      case "PLTE" -> !palette && !data;
      case "IDAT" -> !data || previous.equals("IDAT");
      case "IEND", "fdAT" -> data;
      default -> true;
    };
  }
}
