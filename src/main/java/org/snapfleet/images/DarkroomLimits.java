package org.snapfleet.images;

/**
 * How much the darkroom takes on.
 *
 * @param maxPixels pixels of the largest picture accepted
 * @param decoders pictures decoded at the same time: each may cost tens of megabytes
 * @param waiting pictures that may wait for a decoder; the next one is turned away
 */
public record DarkroomLimits(long maxPixels, int decoders, int waiting) {
  /** What TwelveMonkeys' WebP decoder holds in the heap for each pixel, measured. */
  private static final int WEBP_BYTES = 28;

  public DarkroomLimits {
    if (maxPixels < 1 || decoders < 1 || waiting < 0) {
      throw new IllegalArgumentException(
          "Darkroom limits must be positive: " + maxPixels + ", " + decoders + ", " + waiting);
    }
  }

  /**
   * Decoders that hold a whole picture get half of the heap between them; a larger picture is
   * refused before it could take the server's memory.
   */
  long maxPixels(ImageFormat format) {
    long share = Runtime.getRuntime().maxMemory() / 2 / decoders;
    return switch (format) {
      case WEBP -> Math.min(maxPixels, share / WEBP_BYTES);
      case GIF -> Math.min(maxPixels, share);
      case JPEG, PNG -> maxPixels;
    };
  }
}
