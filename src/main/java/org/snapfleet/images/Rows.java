package org.snapfleet.images;

import java.awt.image.BufferedImage;
import javax.imageio.ImageReadParam;

/** For readers that cannot stream: a whole image, decoded no larger than needed, row by row. */
final class Rows {
  private Rows() {}

  /**
   * Reads every n-th pixel of what is over twice as large as the large rendition, so that the
   * decoded long edge stays under 4096 pixels.
   */
  static void subsample(ImageReadParam param, Dimensions size) {
    int n = Math.max(1, size.longEdge() / Renditions.LARGE_EDGE);
    param.setSourceSubsampling(n, n, 0, 0);
  }

  static void hand(BufferedImage image, int[] greys, RowSink rows) {
    Samples samples = new Samples(image.getColorModel(), greys);
    int width = image.getWidth();
    int[] row = new int[width * samples.perPixel()];
    int[] argb = new int[width];
    rows.begin(width, image.getHeight());
    for (int y = 0; y < image.getHeight(); y++) {
      samples.row(image.getRaster(), y, row, argb);
      rows.row(argb);
    }
  }
}
