package org.snapfleet.images;

import java.util.Map;

/**
 * Which PNG chunks stay, and how long each may be: a colour chunk longer than its definition hides
 * something else. All that is not listed goes: texts, EXIF, time, private chunks.
 */
final class PngKeep {
  private static final long ANY = Integer.MAX_VALUE;

  private static final Map<String, Long> LONGEST =
      Map.ofEntries(
          Map.entry("IHDR", 13L),
          Map.entry("PLTE", 768L),
          Map.entry("IDAT", ANY),
          Map.entry("IEND", 0L),
          Map.entry("tRNS", 256L),
          Map.entry("iCCP", (long) IccProfile.MOST_BYTES),
          Map.entry("sRGB", 1L),
          Map.entry("gAMA", 4L),
          Map.entry("cHRM", 32L),
          Map.entry("pHYs", 9L),
          Map.entry("bKGD", 6L),
          Map.entry("sBIT", 4L),
          Map.entry("cICP", 4L),
          Map.entry("mDCV", 24L),
          Map.entry("cLLI", 8L),
          Map.entry("acTL", 8L),
          Map.entry("fcTL", 26L),
          Map.entry("fdAT", ANY));

  private PngKeep() {}

  static boolean keeps(String name, long length) {
    Long longest = LONGEST.get(name);
    return longest != null && length <= longest;
  }

  /** Chunks whose first letter is a capital are needed to show the picture (PNG 5.4). */
  static boolean isCritical(String name) {
    return Character.isUpperCase(name.charAt(0));
  }
}
