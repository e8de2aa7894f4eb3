package org.snapfleet.http;

/** Numbers of bytes as people read them. */
public final class SizeText {
  private static final long MEBI = 1024L * 1024;
  private static final long KIBI = 1024L;

  private SizeText() {}

  /** {@code 32 MiB}, {@code 16 KiB} or {@code 1000 bytes}: always exact. */
  public static String of(long bytes) {
    if (bytes >= MEBI && bytes % MEBI == 0) {
      return bytes / MEBI + " MiB";
    }
    return bytes >= KIBI && bytes % KIBI == 0 ? bytes / KIBI + " KiB" : bytes + " bytes";
  }
}
