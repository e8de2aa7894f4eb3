package org.snapfleet.images;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferInt;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;

/**
 * A reduced picture, upright. Three bytes a pixel, as long as all of it is opaque; the first pixel
 * that is not makes it four.
 */
final class Bitmap {
  private static final int[] MASKS = {0xFF0000, 0xFF00, 0xFF, 0xFF000000};
  private static final int BANDS = 3;
  private static final int OPAQUE = 0xFF;

  private final Dimensions size;
  private byte[] rgb;
  private int[] argb;

  Bitmap(Dimensions size) {
    this.size = size;
    this.rgb = new byte[BANDS * size.width() * size.height()];
  }

  Dimensions size() {
    return size;
  }

  boolean isOpaque() {
    return argb == null;
  }

  /** Sets a pixel, by its number from the top left; 0xAARRGGBB, not premultiplied. */
  void set(int index, int pixel) {
    if (argb == null && pixel >>> 24 != OPAQUE) {
      argb = pixels(0, size.width() * size.height());
      rgb = null;
    }
    if (argb == null) {
      int at = BANDS * index;
      rgb[at] = (byte) (pixel >> 16);
      rgb[at + 1] = (byte) (pixel >> 8);
      rgb[at + 2] = (byte) pixel;
    } else {
      argb[index] = pixel;
    }
  }

  /** Pixels one after the other, as they were set. */
  int[] pixels(int from, int count) {
    int[] pixels = new int[count];
    for (int i = 0, at = BANDS * from; i < count; i++, at += BANDS) {
      pixels[i] =
          argb == null
              ? OPAQUE << 24
                  | (rgb[at] & 0xFF) << 16
                  | (rgb[at + 1] & 0xFF) << 8
                  | (rgb[at + 2] & 0xFF)
              : argb[from + i];
    }
    return pixels;
  }

  void handTo(RowSink rows) {
    int width = size.width();
    rows.begin(width, size.height());
    for (int y = 0; y < size.height(); y++) {
      rows.row(pixels(y * width, width));
    }
  }

  /** The same pixels as an image; nothing is copied. */
  BufferedImage image() {
    ColorModel model = isOpaque() ? colours() : ColorModel.getRGBdefault();
    return new BufferedImage(model, isOpaque() ? bytes() : packed(), false, null);
  }

  private static ColorModel colours() {
    ColorSpace srgb = ColorSpace.getInstance(ColorSpace.CS_sRGB);
    return new ComponentColorModel(srgb, false, false, ColorModel.OPAQUE, DataBuffer.TYPE_BYTE);
  }

  private WritableRaster bytes() {
    int w = size.width();
    var buffer = new DataBufferByte(rgb, rgb.length);
    return Raster.createInterleavedRaster(
        buffer, w, size.height(), BANDS * w, BANDS, new int[] {0, 1, 2}, null);
  }

  private WritableRaster packed() {
    int w = size.width();
    var buffer = new DataBufferInt(argb, argb.length);
    return Raster.createPackedRaster(buffer, w, size.height(), w, MASKS, null);
  }
}
