package org.snapfleet.images;

import java.awt.Point;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import javax.imageio.ImageTypeSpecifier;

/**
 * The destination of a decoder that writes a picture once, from the top: it looks as large as the
 * picture, keeps one row, and hands each on as soon as it is whole. So 24 million pixels cost a few
 * kilobytes, and every one of them counts in the renditions, which source subsampling would skip.
 */
final class StreamingRaster extends WritableRaster {
  private final Samples samples;
  private final RowSink rows;
  private final int[] row;
  private final int[] argb;
  private int passesLeft;
  private int next;

  private StreamingRaster(
      ImageTypeSpecifier type, Dimensions size, int passes, Samples samples, RowSink rows) {
    super(
        type.getSampleModel(size.width(), 1),
        type.getSampleModel(size.width(), 1).createDataBuffer(),
        new Rectangle(size.width(), size.height()),
        new Point(),
        null);
    this.passesLeft = passes;
    this.samples = samples;
    this.rows = rows;
    this.row = new int[size.width() * samples.perPixel()];
    this.argb = new int[size.width()];
  }

  /** An image to decode into, of a type the reader offers, which it will fill that many times. */
  static BufferedImage image(
      ImageTypeSpecifier type, Dimensions size, int passes, Samples samples, RowSink rows) {
    rows.begin(size.width(), size.height());
    WritableRaster raster = new StreamingRaster(type, size, passes, samples, rows);
    return new BufferedImage(type.getColorModel(), raster, false, null);
  }

  boolean isWhole() {
    return next == getHeight();
  }

  /**
   * The JDK's JPEG reader delivers whole rows, and all of them again after each scan of a
   * progressive picture: only the last time counts. (Told to skip to the last pass, it is slower
   * and smooths.)
   */
  @Override
  public void setRect(int x, int y, Raster source) {
    passesLeft -= y == 0 ? 1 : 0;
    if (passesLeft > 0) {
      return;
    }
    requireNext(y);
    source.getPixels(source.getMinX(), source.getMinY(), getWidth(), 1, row);
    handOn();
  }

  /** The JDK's PNG reader delivers pixels, from left to right. */
  @Override
  public void setPixel(int x, int y, int[] pixel) {
    requireNext(y);
    System.arraycopy(pixel, 0, row, x * samples.perPixel(), samples.perPixel());
    if (x == getWidth() - 1) {
      handOn();
    }
  }

  private void requireNext(int y) {
    if (y != next) {
      throw new IllegalStateException("Row " + y + " came in place of row " + next);
    }
  }

  private void handOn() {
    samples.row(row, argb);
    rows.row(argb);
    next++;
  }
}
