package org.snapfleet.bench;

import java.util.stream.DoubleStream;

/** What one thing is of another, measured in turns: the middle, the least and the most of it. */
record Share(double median, double least, double most, int turns) {

  static Share of(double[] measured, double[] reference) {
    double[] shares = new double[measured.length];
    for (int i = 0; i < shares.length; i++) {
      shares[i] = measured[i] / reference[i];
    }
    double[] sorted = DoubleStream.of(shares).sorted().toArray();
    int last = sorted.length - 1;
    return new Share(sorted[sorted.length / 2], sorted[0], sorted[last], sorted.length);
  }

  static double median(double[] measured) {
    return DoubleStream.of(measured).sorted().toArray()[measured.length / 2];
  }

  @Override
  public String toString() {
    return "%.2f (%.2f to %.2f in %d turns)".formatted(median, least, most, turns);
  }
}
