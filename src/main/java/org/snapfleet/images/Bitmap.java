package org.snapfleet.images;

import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBufferInt;
import java.awt.image.DirectColorModel;
import java.awt.image.Raster;
import java.util.Arrays;

/** A reduced picture, upright: 0xAARRGGBB each pixel. */
record Bitmap(Dimensions size, int[] argb) {

  boolean isOpaque() {
    return Arrays.stream(argb).allMatch(pixel -> pixel >>> 24 == 0xFF);
  }

  void handTo(RowSink rows) {
    int width = size.width();
    rows.begin(width, size.height());
    for (int y = 0; y < size.height(); y++) {
      rows.row(Arrays.copyOfRange(argb, y * width, (y + 1) * width));
    }
  }

  /** The same pixels as an image; nothing is copied. */
  BufferedImage image(boolean opaque) {
    int[] masks = {0xFF0000, 0xFF00, 0xFF, 0xFF000000};
    var buffer = new DataBufferInt(argb, argb.length);
    int w = size.width();
    int[] used = opaque ? Arrays.copyOf(masks, 3) : masks;
    ColorModel model =
        opaque
            ? new DirectColorModel(24, masks[0], masks[1], masks[2])
            : ColorModel.getRGBdefault();
    var raster = Raster.createPackedRaster(buffer, w, size.height(), w, used, null);
    return new BufferedImage(model, raster, false, null);
  }
}
