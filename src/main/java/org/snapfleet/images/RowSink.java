package org.snapfleet.images;

/** Takes a decoded picture row by row, so that nobody need hold all of it. */
interface RowSink {
  /** Once, before the rows. */
  void begin(int width, int height);

  /** The next row from the top: one 0xAARRGGBB for each pixel, not premultiplied. */
  void row(int[] argb);
}
