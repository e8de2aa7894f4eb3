package org.snapfleet.images;

import static org.snapfleet.images.RefusedImageException.Reason.DAMAGED;

/** Width and height as the file declares them, bounded before anything is decoded. */
record Dimensions(int width, int height) {

  static Dimensions within(long maxPixels, long width, long height) throws RefusedImageException {
    if (width < 1 || height < 1 || width > Integer.MAX_VALUE || height > Integer.MAX_VALUE) {
      throw new RefusedImageException(DAMAGED);
    }
    if (width * height > maxPixels) {
      throw RefusedImageException.tooManyPixels(width * height, maxPixels);
    }
    return new Dimensions((int) width, (int) height);
  }

  int longEdge() {
    return Math.max(width, height);
  }

  Dimensions turned() {
    return new Dimensions(/* width= */ height, /* height= */ width);
  }

  /** The same shape, with its long edge at most that; never enlarged. */
  Dimensions reducedTo(int edge) {
    return longEdge() <= edge ? this : new Dimensions(scaled(width, edge), scaled(height, edge));
  }

  private int scaled(int side, int edge) {
    return (int) Math.max(1, Math.round((double) side * edge / longEdge()));
  }
}
