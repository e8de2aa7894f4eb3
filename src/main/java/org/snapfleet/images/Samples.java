package org.snapfleet.images;

import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;

/**
 * Turns decoded samples into 0xAARRGGBB without converting colours: the numbers stay as they are in
 * the file, whose profile goes with them. Greys are told by a table, palettes are looked up.
 */
final class Samples {
  private final int[] palette;
  private final int[] greys;
  private final int bands;
  private final int shift;

  Samples(ColorModel model, int[] greys) {
    this.bands = model.getNumComponents();
    this.shift = Math.max(0, model.getComponentSize(0) - 8);
    this.greys = greys;
    this.palette = model instanceof IndexColorModel colours ? colours(colours) : null;
  }

  private static int[] colours(IndexColorModel model) {
    int[] all = new int[model.getMapSize()];
    model.getRGBs(all);
    return all;
  }

  int perPixel() {
    return palette != null ? 1 : bands;
  }

  void row(Raster raster, int y, int[] samples, int[] argb) {
    raster.getPixels(raster.getMinX(), y, raster.getWidth(), 1, samples);
    row(samples, argb);
  }

  void row(int[] samples, int[] argb) {
    int step = perPixel();
    for (int x = 0, at = 0; x < argb.length; x++, at += step) {
      argb[x] = palette != null ? palette[samples[at]] : pixel(samples, at);
    }
  }

  private int pixel(int[] samples, int at) {
    int first = samples[at] >>> shift;
    return switch (bands) {
      case 1 -> 0xFF000000 | grey(first);
      case 2 -> samples[at + 1] >>> shift << 24 | grey(first);
      case 3 -> 0xFF000000 | colour(first, samples, at);
      default -> samples[at + 3] >>> shift << 24 | colour(first, samples, at);
    };
  }

  private int colour(int red, int[] samples, int at) {
    return red << 16 | samples[at + 1] >>> shift << 8 | samples[at + 2] >>> shift;
  }

  private int grey(int value) {
    return (greys == null ? value : greys[value]) * 0x010101;
  }
}
