package org.snapfleet.cache;

/**
 * A list in this instance's memory.
 *
 * @param version which was asked for before the list was read from the database; null where it
 *     could not be
 * @param bornAt when its loader began to look, by this machine's {@link System#nanoTime()}
 */
record Copy<T>(T value, byte[] bytes, Version version, long bornAt) {
  private static final long LIFE = Life.OF_AN_ENTRY.toNanos();

  /** Whether the copy may be given to whoever began to look then and saw that version. */
  boolean serves(Version seen, long at) {
    return isYoung(bornAt, at) && seen.equals(version);
  }

  static boolean isYoung(long bornAt, long at) {
    return at - bornAt < LIFE;
  }
}
