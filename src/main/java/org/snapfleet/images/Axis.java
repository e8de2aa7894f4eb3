package org.snapfleet.images;

/**
 * How the pixels along one side of a reduced picture come from those of the source: each is a
 * weighted mean of the sources under it. The weights are a sinc in a Hamming window as wide as the
 * reduction, which keeps detail, leaves no moire and, being nowhere negative, draws no halos.
 */
final class Axis {
  private final int[] first;
  private final float[][] weights;

  Axis(int from, int to) {
    first = new int[to];
    weights = new float[to][];
    double scale = (double) from / to;
    for (int i = 0; i < to; i++) {
      double centre = (i + 0.5) * scale - 0.5;
      first[i] = (int) Math.max(0, Math.ceil(centre - scale));
      int last = (int) Math.min(from - 1, Math.floor(centre + scale));
      weights[i] = normalized(first[i], last, centre, scale);
    }
  }

  private static float[] normalized(int first, int last, double centre, double scale) {
    float[] weights = new float[last - first + 1];
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (float) kernel((first + i - centre) / scale);
      sum += weights[i];
    }
    for (int i = 0; i < weights.length; i++) {
      weights[i] /= (float) sum;
    }
    return weights;
  }

  private static double kernel(double x) {
    double angle = Math.PI * x;
    return Math.abs(x) >= 1
        ? 0
        : x == 0 ? 1 : Math.sin(angle) / angle * (0.54 + 0.46 * Math.cos(angle));
  }

  int length() {
    return first.length;
  }

  int first(int target) {
    return first[target];
  }

  int last(int target) {
    return first[target] + weights[target].length - 1;
  }

  float[] weights(int target) {
    return weights[target];
  }
}
