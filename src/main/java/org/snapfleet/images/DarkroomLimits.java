package org.snapfleet.images;

/**
 * How much the darkroom takes on.
 *
 * @param maxPixels pixels of the largest picture accepted
 * @param decoders pictures decoded at the same time: each may cost tens of megabytes
 * @param waiting pictures that may wait for a decoder; the next one is turned away
 */
public record DarkroomLimits(long maxPixels, int decoders, int waiting) {
  public DarkroomLimits {
    if (maxPixels < 1 || decoders < 1 || waiting < 0) {
      throw new IllegalArgumentException(
          "Darkroom limits must be positive: " + maxPixels + ", " + decoders + ", " + waiting);
    }
  }
}
