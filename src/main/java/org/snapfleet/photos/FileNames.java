package org.snapfleet.photos;

/** Names that browsers give to files: for showing only, never for a path. */
final class FileNames {
  private static final int SHOWN_LENGTH = 100;

  private FileNames() {}

  /** The name without folders and control characters, shortened. */
  static String shown(String name) {
    String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    String clean = last.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]", "").strip();
    int end =
        clean.offsetByCodePoints(
            0, Math.min(SHOWN_LENGTH, clean.codePointCount(0, clean.length())));
    return end == clean.length() ? clean : clean.substring(0, end) + "…";
  }
}
