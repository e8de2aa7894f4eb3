package org.snapfleet.images;

/** How a picture's colour profile bears on its renditions. */
final class Profiles {
  private Profiles() {}

  /** A grey profile is applied while decoding; null where there is none to apply. */
  static int[] greys(IccProfile profile) {
    return profile != null && profile.isGray() ? profile.greysInSrgb() : null;
  }

  /** An RGB profile goes into the renditions; grey and CMYK ones have been applied by then. */
  static IccProfile ofRenditions(Findings findings) {
    IccProfile profile = findings.profile();
    boolean carried = profile != null && profile.isRgb() && findings.components() != 4;
    return carried ? profile : null;
  }
}
